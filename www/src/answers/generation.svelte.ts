let current = $state(0);

/** Which data answers are about: a number that goes up with each. */
export const generation = {
  get current(): number {
    return current;
  },
  /** Other data came: nothing that was answered is true of it. */
  next(): void {
    current += 1;
  },
};
