import type { Answer } from './worker.ts';

/** Makes the worker answer each question that it is sent with what it measures; only who sends them knows what they are. */
export function answering(measure: (question: never) => Promise<unknown>): void {
  self.onmessage = async ({ data }: MessageEvent<unknown>) => {
    let answer: Answer<unknown>;
    try {
      answer = { value: await measure(data as never) };
    } catch (error) {
      answer = { error: String(error) };
    }
    self.postMessage(answer);
  };
}
