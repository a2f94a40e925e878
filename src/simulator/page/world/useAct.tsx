import {
  Toast,
  ToastBody,
  ToastTitle,
  useToastController,
  type ToastIntent,
} from '@fluentui/react-components';
import { useWords } from '../language/language.ts';
import { ControlError } from './control.ts';

export const toasterId = 'page';

const shownMs = 8_000;

/** Shows a short message at the bottom of the page. */
export type Tell = (intent: ToastIntent, title: string, body: string) => void;

export function useTell(): Tell {
  const { dispatchToast } = useToastController(toasterId);
  return (intent, title, body) =>
    dispatchToast(
      <Toast>
        <ToastTitle>{title}</ToastTitle>
        <ToastBody>{body}</ToastBody>
      </Toast>,
      { intent, timeout: shownMs },
    );
}

/** Runs a request of the control interface; a refusal is shown in the server's own words. */
export type Act = (request: Promise<unknown>) => Promise<boolean>;

/** For everything a person presses: resolves to whether it worked, and never rejects. */
export function useAct(): Act {
  const say = useWords();
  const tell = useTell();
  return async (request) => {
    try {
      await request;
      return true;
    } catch (error) {
      // Only an answer of the server has words of its own; anything else is a lost connection.
      const words = error instanceof ControlError ? error.message : say('page.unreachableMend');
      tell('error', say('page.refused'), words);
      return false;
    }
  };
}
