import { tokens } from '@fluentui/react-components';
import {
  CallFilled,
  CallInboundFilled,
  CallOutboundFilled,
  CheckmarkCircleFilled,
  DoorArrowLeftFilled,
  DrinkCoffeeFilled,
  type FluentIcon,
  NotepadEditFilled,
  PauseCircleFilled,
  PersonClockFilled,
  ProhibitedFilled,
  ShieldFilled,
} from '@fluentui/react-icons';
import type { RoutingState } from '@rufwerk/engine/api';

export interface Look {
  readonly Icon: FluentIcon;
  /** Of the sign only: words keep the colour of text. */
  readonly color: string;
}

/** Each routing state has a sign of its own, so that colour never speaks alone. */
export const looks: Readonly<Record<RoutingState, Look>> = {
  'in-an-emergency': { Icon: ShieldFilled, color: tokens.colorPaletteRedForeground1 },
  'off-duty': { Icon: DoorArrowLeftFilled, color: tokens.colorNeutralForeground3 },
  'on-break': { Icon: DrinkCoffeeFilled, color: tokens.colorPaletteMarigoldForeground1 },
  ready: { Icon: CheckmarkCircleFilled, color: tokens.colorPaletteLightGreenForeground1 },
  'not-offered': { Icon: ProhibitedFilled, color: tokens.colorPaletteDarkOrangeForeground1 },
  // The colour of who is ready, until something rings: it does not jump for a moment.
  confirming: { Icon: PersonClockFilled, color: tokens.colorPaletteLightGreenForeground1 },
  held: { Icon: CallOutboundFilled, color: tokens.colorPaletteMarigoldForeground1 },
  ringing: { Icon: CallInboundFilled, color: tokens.colorBrandForeground1 },
  'in-a-call': { Icon: CallFilled, color: tokens.colorBrandForeground1 },
  'after-call-work': { Icon: NotepadEditFilled, color: tokens.colorPaletteMarigoldForeground1 },
  paused: { Icon: PauseCircleFilled, color: tokens.colorPaletteDarkOrangeForeground1 },
};
