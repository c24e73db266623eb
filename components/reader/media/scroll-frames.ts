/** Pixels that rounding may make of an exact fit. */
const slack = 2;

/** Marks an element whose content may be wider than the text, and puts down what it is called once it is. */
export function makeFrame(frame: HTMLElement, label: string): void {
  frame.classList.add('scroll-frame');
  frame.dataset.label = label;
}

/** Only what does scroll is a stop on the keyboard's way, and only there it says on which side it goes on. */
function measure(frame: HTMLElement): void {
  const hidden = frame.scrollWidth - frame.clientWidth;
  const isWide = hidden > slack;
  frame.toggleAttribute('data-wide', isWide);
  if (isWide) {
    frame.tabIndex = 0;
    frame.setAttribute('role', 'region');
    frame.setAttribute('aria-label', frame.dataset.label ?? '');
  } else for (const name of ['tabindex', 'role', 'aria-label']) frame.removeAttribute(name);
  const gone = Math.abs(frame.scrollLeft); // below zero where text runs from right to left
  const sides = [gone > slack && 'start', gone < hidden - slack && 'end'].filter(Boolean);
  if (isWide && sides.length) frame.dataset.more = sides.join(' ');
  else delete frame.dataset.more;
}

/**
 * Keeps the marks of all frames below `root` as they are scrolled and as the room changes.
 *
 * @returns what stops it
 */
export function watchFrames(root: HTMLElement): () => void {
  const frames = [...root.querySelectorAll<HTMLElement>('.scroll-frame')];
  if (!frames.length) return () => undefined;
  const sizes = new ResizeObserver((entries) => {
    const changed = entries.map(({ target }) => target.closest<HTMLElement>('.scroll-frame'));
    for (const frame of new Set(changed)) if (frame) measure(frame);
  });
  for (const frame of frames) {
    sizes.observe(frame);
    if (frame.firstElementChild) sizes.observe(frame.firstElementChild); // letters that grow, while the frame stays
  }
  const onScroll = ({ target }: Event) => {
    if (target instanceof HTMLElement && target.matches('.scroll-frame')) measure(target);
  };
  root.addEventListener('scroll', onScroll, { capture: true, passive: true });
  return () => {
    sizes.disconnect();
    root.removeEventListener('scroll', onScroll, true);
  };
}
