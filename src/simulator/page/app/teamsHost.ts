import { dialledFor, readDeepLink, type LinkTarget } from './deepLinks.ts';
import { hostCapabilities, readAppCall, type AppCall, type AppContext } from './hostProtocol.ts';

/** What the page does for the app in the frame. */
export type HostServices = {
  /** The window of the frame, once there is one. */
  readonly frame: () => Window | null;
  /** Only messages from here are heard, and answers go nowhere else. */
  readonly appOrigin: string;
  readonly context: () => AppContext;
  readonly ssoToken: () => Promise<string>;
  readonly open: (target: LinkTarget) => void;
  /** Dials as the person; resolves to whether the call was started. */
  readonly startCall: (to: string) => Promise<boolean>;
  /** The app began to talk, says that it is ready, or says why it could not start. */
  readonly report: (progress: AppProgress) => void;
};

export type AppProgress =
  | { readonly status: 'talking' }
  | { readonly status: 'ready' }
  | { readonly status: 'failed'; readonly reason: string };

export type TeamsHost = {
  /** For the page's `message` events; foreign ones are ignored. */
  readonly receive: (event: MessageEvent) => void;
  /** Tells the app, if it asked to be told. */
  readonly changeTheme: (theme: string) => void;
};

/** The client around the app: answers teams-js as Microsoft Teams does. */
export function createTeamsHost(services: HostServices): TeamsHost {
  const registered = new Set<string>();

  const post = (message: unknown): void =>
    services.frame()?.postMessage(message, services.appOrigin);

  const answer = (call: AppCall, args: readonly unknown[]): void =>
    post({
      id: call.id,
      uuidAsString: call.uuidAsString,
      args,
      monotonicTimestamp: performance.now(),
    });

  const receive = (event: MessageEvent): void => {
    if (event.origin !== services.appOrigin || event.source !== services.frame()) return;
    const call = readAppCall(event.data);
    if (call === null) return;
    if (call.func === 'registerHandler') {
      registered.add(String(call.args[0]));
      return;
    }
    void answerCall(call, services).then((args) => {
      if (args !== null) answer(call, args);
    });
  };

  return {
    receive,
    changeTheme: (theme) => {
      if (registered.has('themeChange')) post({ func: 'themeChange', args: [theme] });
    },
  };
}

/** The arguments of the answer, or `null` where teams-js expects none. */
async function answerCall(
  { func, args }: AppCall,
  services: HostServices,
): Promise<readonly unknown[] | null> {
  switch (func) {
    case 'initialize':
      services.report({ status: 'talking' });
      return ['content', 'web', hostCapabilities, '2.0.0'];
    case 'getContext':
      return [services.context()];
    case 'authentication.getAuthToken':
      return ssoAnswer(services);
    case 'authentication.authenticate':
      // The played Entra has no pages to sign in at; whoever is asked is always signed in.
      return [false, 'CancelledByUser'];
    case 'appInitialization.success':
      services.report({ status: 'ready' });
      return null;
    case 'appInitialization.failure':
    case 'appInitialization.expectedFailure':
      services.report({ status: 'failed', reason: args.filter(isText).join(': ') });
      return null;
    case 'executeDeepLink':
      services.open(readDeepLink(String(args[0])));
      return [true];
    case 'chat.openChat':
    case 'chat.openGroupChat':
      services.open({ kind: 'chat' });
      return [true];
    case 'pages.currentApp.navigateTo':
      services.open(pageTarget(args[0]));
      return [null, true];
    case 'pages.currentApp.navigateToDefaultPage':
      services.open({ kind: 'page', pageId: '', subPageId: '' });
      return [null, true];
    case 'pages.navigateToApp':
      services.open(pageTarget(args[0]));
      return [true];
    case 'call.startCall':
      return [await services.startCall(calleeOf(args[0]))];
    default:
      return null;
  }
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

async function ssoAnswer(services: HostServices): Promise<readonly unknown[]> {
  try {
    return [true, await services.ssoToken()];
  } catch {
    // Teams names the cause of every refusal like this; the app then asks for consent.
    return [false, 'resourceRequiresConsent'];
  }
}

/** A client starts calls with one callee; a call with several would be a meeting. */
function calleeOf(parameters: unknown): string {
  const { targets } = (parameters ?? {}) as { targets?: unknown };
  const [first] = Array.isArray(targets) ? (targets as unknown[]) : [];
  return isText(first) ? dialledFor(first) : '';
}

function pageTarget(parameters: unknown): LinkTarget {
  const given = (parameters ?? {}) as { pageId?: unknown; subPageId?: unknown };
  return {
    kind: 'page',
    pageId: isText(given.pageId) ? given.pageId : '',
    subPageId: isText(given.subPageId) ? given.subPageId : '',
  };
}
