/** A short text to one number. `id` stays the same when it is sent again, so that a gateway can drop the second. */
export interface TextMessage {
  readonly id: string;
  /** A mobile number. */
  readonly to: string;
  readonly text: string;
}

/** A way for short texts to leave the installation; throws when it should be tried again later. */
export interface TextChannel {
  readonly kind: "sms" | "wecom";
  send(message: TextMessage): Promise<void>;
}

const PATIENCE_MS = 20_000;

/** Each provider's own protocol stands in a gateway beside the installation; towards it Linli speaks these two small dialects. */
const BODY: Readonly<Record<TextChannel["kind"], (message: TextMessage) => unknown>> = {
  sms: ({ id, to, text }) => ({ id, to, text }),
  wecom: ({ id, to, text }) => ({ id, mobile: to, msgtype: "text", text: { content: text } }),
};

/** A channel that posts JSON to a gateway, with a bearer token where one is set. */
function gatewayChannel(kind: TextChannel["kind"], url: string, token?: string): TextChannel {
  return {
    kind,
    async send(message) {
      const answer = await fetch(url, {
        method: "POST", body: JSON.stringify(BODY[kind](message)), signal: AbortSignal.timeout(PATIENCE_MS),
        headers: { "content-type": "application/json", ...(token !== undefined && { authorization: `Bearer ${token}` }) },
      });
      if (!answer.ok) throw Object.assign(new Error("the gateway refused"), { code: answer.status });
    },
  };
}

/** The channels the environment names: `LINLI_SMS_URL`, `LINLI_WECOM_URL` (企业微信), each with `…_TOKEN`. None where nothing is named. */
export function readTextChannels(env: NodeJS.ProcessEnv): TextChannel[] {
  return [
    ...(env.LINLI_SMS_URL ? [gatewayChannel("sms", env.LINLI_SMS_URL, env.LINLI_SMS_TOKEN)] : []),
    ...(env.LINLI_WECOM_URL ? [gatewayChannel("wecom", env.LINLI_WECOM_URL, env.LINLI_WECOM_TOKEN)] : []),
  ];
}
