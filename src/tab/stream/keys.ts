/** Under which names the tab keeps what the server told. */
export const keys = {
  me: ['me'] as const,
  myWork: ['my-work'] as const,
  services: ['services'] as const,
  service: (serviceId: string) => ['service', serviceId] as const,
  /** Null: the decisions of all services that the reader may see. */
  decisions: (serviceId: string | null) => ['decisions', serviceId] as const,
  decision: (decisionId: string) => ['decision', decisionId] as const,
  emergencies: ['emergencies'] as const,
  emergencyNumbers: ['emergency-numbers'] as const,
  drills: ['drills'] as const,
  mailPreview: (draft: object) => ['mail-preview', draft] as const,
  readiness: ['readiness'] as const,
  presenceAccounts: ['presence-accounts'] as const,
  presenceSignIn: (signInId: string) => ['presence-sign-in', signInId] as const,
  /** Null: one's own. */
  teamsPresence: (agentId: string | null) => ['teams-presence', agentId] as const,
  configuration: ['configuration'] as const,
  announcements: ['announcements'] as const,
  holidayPlaces: ['holiday-places'] as const,
  agents: ['agents'] as const,
  foundAgents: (search: string) => ['agents', 'found', search] as const,
  agent: (agentId: string) => ['agents', 'one', agentId] as const,
  rules: ['rule'] as const,
  rule: (serviceId: string) => ['rule', serviceId] as const,
  rulePreviews: (serviceId: string) => ['rule-preview', serviceId] as const,
  rulePreview: (serviceId: string, rule: object) => ['rule-preview', serviceId, rule] as const,
};
