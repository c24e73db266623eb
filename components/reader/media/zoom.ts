/** How many times larger than it fits a picture can be seen. */
export const zooms = [1, 1.5, 2, 3, 4] as const;

/** The next size up or down, or the same at an end. */
export function stepZoom(now: number, direction: 1 | -1): number {
  const at = zooms.findIndex((zoom) => zoom >= now);
  return zooms[Math.min(zooms.length - 1, Math.max(0, at + direction))] ?? 1;
}

/** What a key asks of the view of pictures. `zoomed`: the arrows move the picture then. */
export type PictureAct =
  | { go: 1 | -1 | 'first' | 'last' }
  | { zoom: 1 | -1 | 'whole' }
  | { pan: readonly [x: number, y: number] }
  | 'close'
  | null;

/** Pixels of one press of an arrow. */
const panStep = 90;

const arrows: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** @param isRtl the next picture lies to the left */
export function pictureActOf(key: string, { zoomed, isRtl }: { zoomed: boolean; isRtl: boolean }): PictureAct {
  const arrow = arrows[key];
  if (arrow && zoomed) return { pan: [arrow[0] * panStep, arrow[1] * panStep] };
  if (arrow?.[0]) return { go: arrow[0] > 0 === !isRtl ? 1 : -1 };
  switch (key) {
    case 'Escape':
      return 'close';
    case 'Home':
      return { go: 'first' };
    case 'End':
      return { go: 'last' };
    case 'PageDown':
      return { go: 1 };
    case 'PageUp':
      return { go: -1 };
    case '+':
    case '=':
      return { zoom: 1 };
    case '-':
      return { zoom: -1 };
    case '0':
      return { zoom: 'whole' };
    default:
      return null;
  }
}
