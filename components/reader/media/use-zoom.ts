import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { stepZoom } from './zoom';

/** Pixels that a press may wander and still be a click. */
const clickSlack = 4;

/**
 * How large the picture is seen, and where: larger than its stage it scrolls in it, by wheel, finger, arrows or by pulling with the mouse.
 * What was in the middle stays there.
 *
 * @param stage what scrolls
 * @param picture another one is seen whole again
 */
export function useZoom(stage: RefObject<HTMLDivElement | null>, picture: HTMLImageElement) {
  const image = useRef<HTMLImageElement>(null);
  const [zoom, setZoom] = useState(1);
  /** Pixels that the picture is wide when it fits. */
  const fitting = useRef(0);
  const middle = useRef<[x: number, y: number]>([0.5, 0.5]);
  const dragged = useRef(false);

  useLayoutEffect(() => setZoom(1), [picture]);
  const change = (next: number) => {
    const box = stage.current;
    if (!box || !image.current) return;
    if (zoom === 1) fitting.current = image.current.getBoundingClientRect().width;
    middle.current = [(box.scrollLeft + box.clientWidth / 2) / box.scrollWidth, (box.scrollTop + box.clientHeight / 2) / box.scrollHeight];
    setZoom(next);
  };
  useLayoutEffect(() => {
    const box = stage.current;
    if (!box || zoom === 1) return;
    box.scrollLeft = middle.current[0] * box.scrollWidth - box.clientWidth / 2;
    box.scrollTop = middle.current[1] * box.scrollHeight - box.clientHeight / 2;
  }, [zoom, stage]);

  useEffect(() => {
    const box = stage.current;
    if (!box) return;
    let from: { x: number; y: number; left: number; top: number } | null = null;
    const onDown = (event: PointerEvent) => {
      dragged.current = false;
      if (event.pointerType === 'mouse' && event.button === 0)
        from = { x: event.clientX, y: event.clientY, left: box.scrollLeft, top: box.scrollTop };
    };
    const onMove = (event: PointerEvent) => {
      if (!from) return;
      const [x, y] = [event.clientX - from.x, event.clientY - from.y];
      if (Math.hypot(x, y) > clickSlack && !dragged.current) {
        dragged.current = true;
        box.setPointerCapture(event.pointerId);
      }
      if (dragged.current) box.scrollTo({ left: from.left - x, top: from.top - y });
    };
    const onUp = () => {
      from = null;
    };
    box.addEventListener('pointerdown', onDown);
    box.addEventListener('pointermove', onMove);
    for (const end of ['pointerup', 'pointercancel'] as const) box.addEventListener(end, onUp);
    return () => {
      box.removeEventListener('pointerdown', onDown);
      box.removeEventListener('pointermove', onMove);
      for (const end of ['pointerup', 'pointercancel'] as const) box.removeEventListener(end, onUp);
    };
  }, [stage]);

  return {
    image,
    zoom,
    step: (direction: 1 | -1) => change(stepZoom(zoom, direction)),
    showWhole: () => change(1),
    /** A click: on the picture larger or whole again, beside it `leave`. Not after pulling. */
    toggle(isOnPicture: boolean, leave: () => void) {
      if (dragged.current) return;
      if (isOnPicture) change(zoom === 1 ? 2 : 1);
      else leave();
    },
    style: zoom === 1 ? undefined : { inlineSize: `${fitting.current * zoom}px`, maxInlineSize: 'none', maxBlockSize: 'none' },
  };
}
