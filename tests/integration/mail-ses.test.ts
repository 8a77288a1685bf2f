import { expect, test } from 'vitest'
import { startRecorder } from '#tests/fixtures/recorder.ts'

test('without an SMTP server mail goes to SES, whole and with an identity that survives a repeat', async () => {
  const ses = await startRecorder({ status: 200, type: 'application/json', body: '{"MessageId":"1"}' })
  process.env.AWS_ENDPOINT_URL_SESV2 = ses.url
  process.env.SMTP_URL = ''
  const { sendMail } = await import('#lib/notify/mail/transport.ts')
  await sendMail(
    'ada@example.com',
    { subject: 'Confirmed', text: 'It is.', html: '<p>It is.</p>' },
    'ord_1.confirmed',
  )
  ses.stop()
  const [sent] = ses.requests
  expect(sent?.path).toBe('/v2/email/outbound-emails')
  const { Content, Destination } = JSON.parse(sent?.body ?? '{}')
  expect(Destination.ToAddresses).toEqual(['ada@example.com'])
  const raw = Buffer.from(Content.Raw.Data, 'base64').toString()
  expect(raw).toMatch(/Message-ID: <ord_1\.confirmed@/i)
  expect(raw).toContain('Subject: Confirmed')
})
