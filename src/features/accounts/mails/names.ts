/** Names of the mail jobs: kept, because jobs that wait in the database carry them. */
export const mailJobNames = {
  signInLink: 'send-sign-in-link',
  emailConfirmation: 'send-email-confirmation',
  invitation: 'send-invitation',
  securityNotice: 'send-security-notice',
  testMail: 'send-test-mail',
} as const
