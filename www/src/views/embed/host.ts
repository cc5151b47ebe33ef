/**
 * What the page tells the one that it is shown in: how high it is, and its results.
 *
 * It tells a window that holds it directly, once that has said hello, and only the site that it said so from. To
 * anybody it says no more than that it is ready to be greeted.
 */
type Message =
  { type: 'height'; height: number } | { type: 'result'; [figure: string]: string | number | null };

let host: string | null = null;
/** The last of each, for a host that says hello later. */
const last = new Map<Message['type'], Message>();

addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
  if (window.parent === window || source !== window.parent || !isHello(data)) return;
  // A site without an address of its own cannot be told from another.
  if (origin === 'null') return;
  host = origin;
  for (const message of last.values()) post(message);
});

if (window.parent !== window) window.parent.postMessage({ source: 'encours', type: 'ready' }, '*');

/** Tells the host, now or once there is one. */
export function tell(message: Message): void {
  last.set(message.type, message);
  post(message);
}

function post(message: Message): void {
  if (host !== null) window.parent.postMessage({ source: 'encours', ...message }, host);
}

const isHello = (data: unknown): boolean =>
  typeof data === 'object' &&
  data !== null &&
  'target' in data &&
  data.target === 'encours' &&
  'type' in data &&
  data.type === 'hello';
