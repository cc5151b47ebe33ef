/** Every key that the page listens to, wherever one is: what handles them and what lists them go by this. */
export const shortcuts = {
  palette: 'Ctrl+K',
  save: 'Ctrl+S',
  open: 'Ctrl+O',
  undo: 'Ctrl+Z',
  redo: 'Ctrl+Shift+Z',
  data: '1',
  dashboard: '2',
  analyses: '3',
  scenarios: '4',
  report: '5',
  present: 'F',
  shortcuts: '?',
} as const;

export type Shortcut = keyof typeof shortcuts;

type Pressed = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'target'
>;

/** The shortcut that is pressed, if it is one. A letter typed into a field is none. */
export function shortcutOf(event: Pressed): Shortcut | undefined {
  const { ctrlKey, metaKey, shiftKey, altKey } = event;
  if (altKey) return undefined;
  const isHeld = ctrlKey || metaKey;
  if (!isHeld && isTaken(event.target)) return undefined;
  const held = isHeld ? (shiftKey ? 'Ctrl+Shift+' : 'Ctrl+') : '';
  const pressed = held + (isHeld ? event.key.toUpperCase() : signOf(event).toUpperCase());
  return (Object.keys(shortcuts) as Shortcut[]).find((name) => shortcuts[name] === pressed);
}

/** A French keyboard has its digits behind Shift: the key counts, not what it writes. */
const signOf = ({ key, code, shiftKey }: Pressed): string =>
  shiftKey ? key : (/^Digit(\d)$/.exec(code)?.[1] ?? key);

/** Is it typed into, or is it something of its own over the page? */
const isTaken = (target: EventTarget | null): boolean =>
  target !== null &&
  target instanceof Element &&
  target.closest(
    'input:not([type=range], [type=checkbox], [type=radio]), textarea, select, dialog, [popover]',
  ) !== null;
