/** Where something that floats is, from the upper left corner of the window. */
export interface Corner {
  left: number;
  top: number;
}

const margin = 8;
const gap = 4;

/** Under what opened it, or above where there is more room, and never beyond the window. */
export function corner(
  opener: DOMRect,
  { width, height }: { width: number; height: number },
  align: 'start' | 'end' = 'start',
): Corner {
  const { clientWidth, clientHeight } = document.documentElement;
  const wished = align === 'start' ? opener.left : opener.right - width;
  const left = Math.max(margin, Math.min(wished, clientWidth - width - margin));
  const below = opener.bottom + gap;
  const isBeyond = below + height > clientHeight - margin;
  const top = isBeyond ? Math.max(margin, opener.top - height - gap) : below;
  return { left, top };
}
