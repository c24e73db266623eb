import type { Page } from 'playwright';

/** Takes every frame that is painted while `act` runs, and for a moment after: PNG, in base64. */
export async function filmPage(page: Page, act: () => Promise<unknown>): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const frames: string[] = [];
  session.on('Page.screencastFrame', ({ data, sessionId }) => {
    frames.push(data);
    session.send('Page.screencastFrameAck', { sessionId }).catch(() => 'the film is over');
  });
  await session.send('Page.startScreencast', { format: 'png', everyNthFrame: 1 });
  await act();
  await page.waitForTimeout(500);
  await session.send('Page.stopScreencast');
  return frames;
}

/** Share, 0 to 1, of each frame's pixels whose channels all lie within the bounds. */
export async function sharesOf(page: Page, frames: readonly string[], bounds: readonly [least: number, most: number][]): Promise<number[]> {
  const screen = await page.context().newPage();
  const shares = await screen.evaluate(
    async ([frames, bounds]) => {
      const found: number[] = [];
      for (const frame of frames) {
        const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${frame}`)).blob());
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
        const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
        context.drawImage(bitmap, 0, 0);
        const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
        let within = 0;
        for (let i = 0; i < data.length; i += 4)
          if (bounds.every(([least, most], channel) => (data[i + channel] ?? 0) >= least && (data[i + channel] ?? 0) <= most)) within++;
        found.push((within * 4) / data.length);
      }
      return found;
    },
    [frames, bounds] as const,
  );
  await screen.close();
  return shares;
}
