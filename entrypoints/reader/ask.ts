import { type Answer, type MessageName, type Sent, send } from '../../utils/messages';
import { isOrphan } from '../../utils/reader/is-orphan';

/** `gone`: the extension was updated or removed meanwhile, and no message will ever get through from this page. */
export type Asked<Value> = { ok: true; value: Value } | { ok: false; gone: boolean };

/** Milliseconds between looks whether an answer can still come. */
const interval = 300;

/** A question that an update overtakes is never answered, nor refused: it fails once this script is an orphan. */
async function sendAlive<N extends MessageName>(name: N, sent: Sent<N>): Promise<Answer<N>> {
  let timer: ReturnType<typeof setInterval> | undefined;
  const orphaned = new Promise<never>((_, refuse) => {
    timer = setInterval(() => isOrphan() && refuse(new Error('The extension was updated or removed before it answered')), interval);
  });
  try {
    return await Promise.race([send(name, sent), orphaned]);
  } finally {
    clearInterval(timer);
  }
}

/**
 * Sends to the background; a failure is a value, since the text stays readable whatever becomes of the background. The browser may stop the
 * background half way through an act, so a message without an answer is sent once more: each may be done twice, with the same outcome.
 */
export async function ask<N extends MessageName>(name: N, sent: Sent<N>): Promise<Asked<Answer<N>>> {
  const attempt = async (): Promise<Asked<Answer<N>>> => {
    try {
      return { ok: true, value: await sendAlive(name, sent) };
    } catch (error) {
      const gone = isOrphan();
      if (!gone) console.warn(`Clean Copy: ${error}`);
      return { ok: false, gone };
    }
  };
  const first = await attempt();
  return first.ok || first.gone ? first : attempt();
}
