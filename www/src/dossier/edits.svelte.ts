/** A value with undo and redo. What changes between two `settle` is one step. */
export class Edits<T> {
  #past = $state.raw<readonly T[]>([]);
  #future = $state.raw<readonly T[]>([]);
  #current: T = $state.raw() as T;
  #isSettled = true;

  constructor(first: T) {
    this.#current = first;
  }

  get current(): T {
    return this.#current;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  edit(value: T): void {
    if (JSON.stringify(value) === JSON.stringify(this.#current)) return;
    if (this.#isSettled) this.#past = [...this.#past, this.#current];
    this.#isSettled = false;
    this.#future = [];
    this.#current = value;
  }

  /** Puts `value` in the place of the current one: what only says where one looks is no step. */
  replace(value: T): void {
    this.#current = value;
    this.#isSettled = true;
  }

  settle(): void {
    this.#isSettled = true;
  }

  /** Starts over with `value`: nothing before it can be undone. */
  reset(value: T): void {
    this.#past = [];
    this.#future = [];
    this.replace(value);
  }

  undo(): void {
    const last = this.#past.at(-1);
    if (last === undefined) return;
    this.#past = this.#past.slice(0, -1);
    this.#future = [this.#current, ...this.#future];
    this.#current = last;
    this.#isSettled = true;
  }

  redo(): void {
    const [next, ...rest] = this.#future;
    if (next === undefined) return;
    this.#future = rest;
    this.#past = [...this.#past, this.#current];
    this.#current = next;
    this.#isSettled = true;
  }
}
