/** Why the platform does not do what the product asked. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/** The call is in no state for what was asked. */
export function wrongState(message: string): Refusal {
  return { status: 400, code: 'BadRequest', message };
}

export function wrongRequest(message: string): Refusal {
  return { status: 400, code: 'BadRequest', message };
}

export function isRefusal(result: object | undefined): result is Refusal {
  return result !== undefined && 'code' in result && 'status' in result && 'message' in result;
}
