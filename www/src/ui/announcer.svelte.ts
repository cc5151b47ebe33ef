const restMilliseconds = 900;

let message = $state('');
let timer: ReturnType<typeof setTimeout> | undefined;

/** What screen readers are told of new results. */
export const announcer = {
  get message(): string {
    return message;
  },
  /** Says `text` once nothing newer has come for a moment, so that a moving slider does not speak at every tick. */
  say(text: string): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      message = text;
    }, restMilliseconds);
  },
};
