/** Where a sign-in goes on that has shown its first factor. */
export const STEP_PATHS = { code: '/second-factor', enrolment: '/enrol-code' } as const
