/** English words of the steps of a drill. */
export const drillStepWords = {
  drillStep: {
    asked: 'Begun',
    'asked-by': 'Begun by {{name}}',
    blocked: 'From here on {{name}} was offered no calls',
    'lease-taken': 'Teams took Do not disturb',
    'lease-refused': 'Teams refused Do not disturb',
    'number-taken': 'A callback number of the pool was reserved',
    'no-number-left': 'No callback number was free',
    'card-shown': 'The card was shown in the chats of the bot',
    'card-failed': 'The card could not be shown',
    card: {
      done: 'Card to {{name}}: shown in the chat of the bot',
      failed: 'Card to {{name}}: failed. Is Rufwerk installed in their Teams?',
      'not-needed': 'Card to {{name}}: no such way, because this contact is outside your Teams',
    },
    mail: {
      done: 'Mail to {{name}}: sent',
      failed: 'Mail to {{name}}: failed',
      'not-needed':
        'Mail to {{name}}: no such way here, because there is no address to send to, or no ' +
        'mailbox to send from; the card tells.',
    },
    activity: {
      done: 'Teams activity to {{name}}: sent',
      failed: 'Teams activity to {{name}}: failed',
      'not-needed':
        'Teams activity to {{name}}: not needed here, because this contact is outside your Teams ' +
        'or does not have Rufwerk there; the mail tells.',
    },
    'goes-on': 'The call goes on',
    'goes-on-by': '{{name}} said that the call goes on',
    'callback-arrived': 'A callback came in',
    'callback-joined': '{{name}} took the callback',
    'callback-over': 'The callback ended',
    'lease-released': 'Do not disturb was taken away again',
    'lease-not-released': 'Teams did not take Do not disturb away yet',
    'call-over': 'The call ended',
    'call-over-by': '{{name}} said that the call has ended',
    'window-ended': 'The callback window ended',
    'window-ended-by': '{{name}} ended the callback window',
    overtaken: 'A real emergency took the place of the drill: nothing more of it is kept here',
  },
} as const;
