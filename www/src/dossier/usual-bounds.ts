import { isWhole, leverOf } from './levers';
import { numbersUsed, withBounds, type LeverSettings } from './settings';

/** How far a number may be off that nobody has said more about. */
const doubt = 0.2;

/** The lever with bounds a fifth below and above each number that was certain, as far as the number may go. */
export function withUsualBounds(settings: LeverSettings): LeverSettings {
  const used = new Set(numbersUsed(settings));
  const specs = leverOf(settings.name).numbers.filter(({ parameter }) => used.has(parameter));
  return specs.reduce((lever, spec) => {
    const likely = Number(lever.numbers[spec.parameter]);
    if (likely === 0 || lever.bounds[spec.parameter]) return lever;
    const low = Math.max(likely * (1 - doubt), spec.least);
    const high = Math.min(likely * (1 + doubt), spec.mostTyped);
    const bounds = isWhole(spec)
      ? { low: String(Math.floor(low)), high: String(Math.ceil(high)) }
      : { low: hundredths(low), high: hundredths(high) };
    return withBounds(lever, spec.parameter, bounds);
  }, settings);
}

const hundredths = (value: number): string => String(Math.round(value * 100) / 100);
