/** What became of whole services and of who is responsible for them. */
import type { GroupId, PersonId, ServiceId } from '../../ids.ts';
import type { At } from './at.ts';

export interface ServiceActivityChanged extends At {
  readonly type: 'ServiceActivityChanged';
  readonly agentId: PersonId;
  readonly serviceId: ServiceId;
  readonly active: boolean;
  readonly by: PersonId;
}

export interface GroupMembersChanged extends At {
  readonly type: 'GroupMembersChanged';
  readonly groupId: GroupId;
  readonly agentIds: readonly PersonId[];
}

export interface ServiceHoursChanged extends At {
  readonly type: 'ServiceHoursChanged';
  readonly serviceId: ServiceId;
  readonly open: boolean;
  readonly cause: 'hours' | 'holiday' | 'exception';
}

export interface ServiceEmergencyChanged extends At {
  readonly type: 'ServiceEmergencyChanged';
  readonly serviceId: ServiceId;
  readonly closed: boolean;
  readonly by: PersonId;
}
