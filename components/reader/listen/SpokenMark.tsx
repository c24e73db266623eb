import type { Box } from './use-spoken-place';

/** Marks the sentence that is being said, beneath its words. */
export function SpokenMark({ boxes }: { boxes: readonly Box[] }) {
  return (
    <div class="spoken" aria-hidden="true">
      {boxes.map(({ left, top, width, height }, index) => (
        <span key={index} style={{ left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` }} />
      ))}
    </div>
  );
}
