/** Work that yields wherever it may pause: done in one go (`finish`), or in slices between which the page can act (`inSlices`). */
export type Steps<Value> = Generator<void, Value, void>;

/** Turns of a loop between two places to pause: about a millisecond's work, and too many for the pauses to be felt when none is made. */
const TURNS = 64;

/** Does the work in one go. */
export function finish<Value>(steps: Steps<Value>): Value {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** `forEach` that may pause. */
export function* eachOf<Item>(items: ArrayLike<Item>, act: (item: Item, index: number) => void): Steps<void> {
  for (let at = 0; at < items.length; at++) {
    act(items[at] as Item, at);
    if (at % TURNS === TURNS - 1) yield;
  }
}

/** The same from the last to the first. */
export function* eachFromEnd<Item>(items: ArrayLike<Item>, act: (item: Item) => void): Steps<void> {
  for (let at = items.length - 1; at >= 0; at--) {
    act(items[at] as Item);
    if (at % TURNS === 0) yield;
  }
}

/** `map` that may pause. */
export function* mapOf<Item, Value>(items: ArrayLike<Item>, make: (item: Item, index: number) => Value): Steps<Value[]> {
  const made: Value[] = [];
  yield* eachOf(items, (item, index) => {
    made.push(make(item, index));
  });
  return made;
}

/** Lets the browser do what waits: paint, answer to a key, run the page's own scripts. */
const otherWork = (): Promise<void> =>
  new Promise((settle) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      settle();
    };
    port2.postMessage(null);
  });

/** Milliseconds of a slice: a page that scrolls loses a few frames, and no one waits for an answer to a key. */
const SLICE = 40;

/**
 * Does the work in slices.
 *
 * @throws the signal's reason, once it is aborted; the work is left where it is
 */
export async function inSlices<Value>(steps: Steps<Value>, signal: AbortSignal): Promise<Value> {
  for (;;) {
    signal.throwIfAborted();
    const end = performance.now() + SLICE;
    do {
      const { done, value } = steps.next();
      if (done) return value;
    } while (performance.now() < end);
    await otherWork();
  }
}

/** Elements up to which a selector is looked for in one go. */
const SMALL = 4000;
const isSmall = (element: Element): boolean => !element.firstElementChild || !element.getElementsByTagName('*')[SMALL];

/** `querySelectorAll` that may pause: a long list of selectors takes some ten microseconds an element. */
export function* selectIn(root: Element, selector: string): Steps<Element[]> {
  const found: Element[] = [];
  const stack = [root];
  for (let turn = 1; stack.length; turn++) {
    if (turn % TURNS === 0) yield;
    const element = stack.pop() as Element;
    if (element !== root && element.matches(selector)) found.push(element);
    if (isSmall(element)) for (const inside of element.querySelectorAll(selector)) found.push(inside);
    else for (let child = element.lastElementChild; child; child = child.previousElementSibling) stack.push(child);
  }
  return found;
}
