import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
} from '@tanstack/virtual-core';

/** Rows in sight, of a list too long to be in the page as a whole. */
export interface Range {
  first: number;
  last: number;
}

/** Tells which of `count` rows of one height are in sight, now and whenever it changes. Returns how to stop. */
export function followRows(
  host: HTMLElement,
  count: number,
  height: number,
  tell: (range: Range) => void,
): () => void {
  const virtualizer = new Virtualizer<HTMLElement, HTMLElement>({
    count,
    getScrollElement: () => host,
    estimateSize: () => height,
    overscan: 12,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: show,
  });
  function show() {
    const items = virtualizer.getVirtualItems();
    tell({ first: items[0]?.index ?? 0, last: items.at(-1)?.index ?? -1 });
  }
  const stop = virtualizer._didMount();
  virtualizer._willUpdate();
  show();
  return stop;
}
