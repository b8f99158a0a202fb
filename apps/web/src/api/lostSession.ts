/**
 * One question at a time: "please sign in again". Asked when a call finds the session gone; every call that
 * meets it waits for the same answer and is then sent again, so nothing typed is lost.
 */
interface Question {
  promise: Promise<boolean>;
  answer: (signedIn: boolean) => void;
}

let armed = false;
let question: Question | null = null;
const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};

/** On while somebody is signed in; before that a 401 is an ordinary answer. */
export function armSession(on: boolean): void {
  armed = on;
}

export const sessionIsArmed = () => armed;

export function askToSignIn(): Promise<boolean> {
  if (!question) {
    let answer: (signedIn: boolean) => void = () => {};
    const promise = new Promise<boolean>((resolve) => {
      answer = resolve;
    });
    question = { promise, answer };
    tell();
  }
  return question.promise;
}

export function answerSignIn(signedIn: boolean): void {
  const asked = question;
  question = null;
  asked?.answer(signedIn);
  tell();
}

export function watchSignIn(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const signInIsAsked = () => question !== null;
