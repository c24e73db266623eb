import { browser } from 'wxt/browser';
import { type Answer, type MessageName, type Sent, send } from '../../utils/messages';

/** `gone`: the extension was updated or removed meanwhile, and no message will ever get through from this page. */
export type Asked<Value> = { ok: true; value: Value } | { ok: false; gone: boolean };

/** Sends to the background; a failure is a value, since the text stays readable whatever becomes of the background. */
export async function ask<N extends MessageName>(name: N, sent: Sent<N>): Promise<Asked<Answer<N>>> {
  try {
    return { ok: true, value: await send(name, sent) };
  } catch (error) {
    const gone = browser.runtime?.id === undefined;
    if (!gone) console.warn(`Clean Copy: ${error}`);
    return { ok: false, gone };
  }
}
