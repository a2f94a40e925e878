import type { EmergencyWords } from './words.ts';

export const emergencyEn: EmergencyWords = {
  title: (agent) => `Emergency call: ${agent}`,
  protectedTitle: 'Your emergency call: you are protected',
  drill: (title) => `DRILL – ${title}`,
  drillNote: 'This is a drill: nobody called an emergency number.',
  protectedNote: 'You are offered no calls, and whoever must know is told.',
  sayOver:
    'Press “The call has ended” as soon as it has: while Do not disturb is shown, a callback may ' +
    'go to voicemail.',

  states: {
    shown: 'The call stands',
    watched: 'The call may still stand',
    over: 'The call is over',
    ended: 'Over',
  },
  shownDetail: (since, until) =>
    `since ${since}. Do not disturb is shown until ${until}, longer when somebody says that the` +
    ' call goes on.',
  watchedDetail: (since) =>
    `since ${since}. Our Do not disturb has ended; Teams’ own presence tells when the call does.`,
  overDetail: (until) =>
    `The emergency service may call back: no calls are offered until ${until}.`,
  endedDetail: (from, to) => `From ${from} to ${to}.`,
  dialled: (when) => `Dialled ${when}`,
  dialledAgain: (first, last) => `Dialled ${first} · again ${last}`,

  shownInstead: (status) =>
    `Teams shows “${status}” instead of Do not disturb: what is set by hand comes first. ` +
    'No calls are offered all the same.',
  where: (place) => `Where, as Teams tells it: ${place}`,
  whereUnknown: 'Where: Teams has not told.',
  callbackOwnNumber: (agent) => `A callback goes to the own number and rings ${agent} in Teams.`,
  callbackNone: (agent) =>
    `No callback number was free: the emergency service may not be able to call ${agent} back.`,
  callbackPool: (agent) => `A callback goes to a number of the pool, which rings ${agent}.`,
  callbackPoolThen: (agent, others) =>
    `A callback goes to a number of the pool, which rings ${agent}, then ${others} too.`,
  ownDoNotDisturb: (agent) =>
    `Teams shows a Do not disturb of their own for ${agent}: a callback to the own number would` +
    ' go to voicemail.',
  you: 'you',

  told: 'Told',
  neverTold: 'Reached in no way: please tell them',
  nobodyToTell: 'There are no contacts to tell; an administrator adds them in Set-up.',
  channels: { mail: 'mail', activity: 'Teams activity', card: 'card' },
  notices: {
    sending: 'being sent',
    sent: 'sent',
    waiting: 'tried again soon',
    'given-up': 'given up',
  },
  triedAgain: (when) => `tried again at ${when}`,
  noWay: {
    outside: 'impossible: outside your Teams',
    'no-app': 'impossible: Rufwerk is not installed in their Teams, or is blocked there',
    'no-mail': 'impossible: no address, or no mailbox to send from',
    'no-feed': 'impossible: the activity feed is not set up',
  },
  moreContacts: (count) => `and ${count} more; the tab shows everyone.`,
  moreEmergencies: (count) => `and ${count} more; the tab shows them all.`,

  saidOver: (who, when) => `${who} said at ${when} that the call has ended.`,
  saidGoesOn: (who, when) => `${who} said at ${when} that the call goes on.`,
  saidReady: (who, when) => `${who} ended the callback window at ${when}: ready again.`,
  causes: {
    pressed: 'Somebody said that the call has ended.',
    event: 'Teams reported that the call has ended.',
    callback: 'The emergency service called back.',
    unseen: 'Nobody said that the call goes on.',
    presence: 'Teams’ presence has left the call.',
    'not-known': 'The end of the call was not seen.',
    'window-over': 'The callback window has run out.',
    ready: 'The callback window was ended early.',
  },

  buttonOver: 'The call has ended',
  buttonGoesOn: 'The call goes on',
  buttonReady: 'I am ready',

  youSaidOver: 'You said that the call has ended. No calls are offered while a callback may come.',
  youSaidGoesOn: 'You said that the call goes on. Do not disturb is shown for another while.',
  youSaidReady: 'You are ready: calls are offered again.',
  overAlready: 'That the call has ended is known already.',
  tooLateToGoOn: 'The call has ended already. Dialling anew protects anew.',
  tooEarlyForReady: 'The call still stands. Say first that it has ended: write “call over”.',
  endedAlready: 'This emergency is over; nothing is left to do.',
  readyIsTheirs: 'Only the person who called can say that.',
  overOrNotYours: 'This emergency is over, or it is not yours to decide about.',
  noneOfYours: 'No emergency call of yours is under way.',
  none: 'No emergency call is under way in your services.',
  severalTitle: 'Emergency calls now',
  whichOne: 'Several are under way. Press the button on the card of the one you mean.',
};
