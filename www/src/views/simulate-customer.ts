import { scenarios } from '../dossier/scenarios.svelte';
import { usualLever } from '../dossier/settings';
import { goTo } from './route.svelte';

/** Starts a scenario that is about one customer, and goes there. */
export function simulateCustomer(name: string): void {
  scenarios.add('own', [usualLever('reminders', { customers: [name] })], name);
  void goTo('scenario-title', 'scenarios');
}
