import type { RefusalCode } from '@qingshan/contract';
import { refusalCodes } from '@qingshan/contract';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../app.ts';
import { Refusal } from '../refusal.ts';

const FRAMEWORK_SENTENCES: Record<string, [RefusalCode, string]> = {
  FST_ERR_CTP_BODY_TOO_LARGE: ['body-too-large', '提交的内容太大，请精简文字或减少附件后再试'],
  FST_REQ_FILE_TOO_LARGE: ['file-too-large', '文件超过 20 MB，请压缩后再上传'],
  FST_FILES_LIMIT: ['invalid-input', '一次只能上传一个文件'],
  FST_FIELDS_LIMIT: ['invalid-input', '表单字段太多'],
  FST_PARTS_LIMIT: ['invalid-input', '表单内容太多'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['invalid-input', '提交的格式不对，应为 JSON'],
  FST_ERR_CTP_INVALID_JSON_BODY: ['invalid-input', '提交的内容不是正确的 JSON'],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['invalid-input', '没有收到提交的内容'],
  FST_INVALID_MULTIPART_CONTENT_TYPE: ['invalid-input', '上传应使用表单格式（multipart）'],
};

/** Ids are made by the client: one taken by something outside of the reach is found out only by the database. */
const idIsTaken = (error: { code?: string; constraint?: string }): boolean =>
  error.code === '23505' && (error.constraint?.endsWith('_pkey') ?? false);

function refusalOf(error: FastifyError | Refusal): Refusal | null {
  if (error instanceof Refusal) return error;
  if (idIsTaken(error))
    return new Refusal('already-exists-with-other-content', '这个标识已被用过，请刷新页面后重新填写');
  const known = FRAMEWORK_SENTENCES[error.code];
  if (known) return new Refusal(known[0], known[1]);
  if (error.statusCode === 429) return new Refusal('too-many-requests', '操作太频繁，请稍等一分钟再试');
  if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500)
    return new Refusal('invalid-input', '请求的格式不对，请刷新页面后再试');
  return null;
}

/** Answers every error as RFC 9457 problem+json; what is not an expected refusal is a bug: logged, no text leaked. */
export function sendProblem(
  app: App,
  error: FastifyError | Refusal,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const refusal = refusalOf(error);
  if (!refusal) request.log.error({ error: error.stack ?? error.message }, 'unexpected error');
  const code = refusal?.code ?? 'internal';
  app.metrics.refusals.inc({ code });
  return reply
    .status(refusalCodes[code])
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send({
      type: `/problems/${code}`,
      status: refusalCodes[code],
      code,
      title: refusal?.message ?? '系统出了差错，已记下，请稍后再试；如仍不行，请把请求号告诉管理员',
      fields: refusal?.fields,
      details: refusal?.details,
      requestId: request.id,
    });
}
