import { Toast, ToastBody, ToastTitle, useToastController } from '@fluentui/react-components';
import { useWords } from '../language/language.ts';

export const toasterId = 'page';

/** Runs a request of the control interface; a refusal is shown in the server's own words. */
export type Act = (request: Promise<unknown>) => Promise<boolean>;

/** For everything a person presses: resolves to whether it worked, and never rejects. */
export function useAct(): Act {
  const say = useWords();
  const { dispatchToast } = useToastController(toasterId);
  return async (request) => {
    try {
      await request;
      return true;
    } catch (error) {
      dispatchToast(
        <Toast>
          <ToastTitle>{say('page.refused')}</ToastTitle>
          <ToastBody>{error instanceof Error ? error.message : String(error)}</ToastBody>
        </Toast>,
        { intent: 'error', timeout: 8_000 },
      );
      return false;
    }
  };
}
