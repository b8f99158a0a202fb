import { type Endpoint, endpoints, operationIds, problem } from '@qingshan/contract';
import { z } from 'zod';

type Json = Record<string, unknown>;

const schemaOf = (shape: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema, ...schema } = z.toJSONSchema(shape, {
    target: 'draft-2020-12',
    io,
    unrepresentable: 'any',
  });
  return schema as Json;
};

function parametersOf(endpoint: Endpoint): Json[] {
  const parameters: Json[] = [];
  for (const [place, shape] of [
    ['path', endpoint.params],
    ['query', endpoint.query],
  ] as const) {
    if (!shape) continue;
    const schema = schemaOf(shape, 'input') as { properties?: Record<string, Json>; required?: string[] };
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      parameters.push({
        name,
        in: place,
        required: place === 'path' || (schema.required ?? []).includes(name),
        schema: property,
      });
    }
  }
  return parameters;
}

function answerOf(endpoint: Endpoint): Json {
  if (!endpoint.answer) return { 204: { description: '完成' } };
  if (endpoint.answer === 'stream')
    return {
      200: { description: '事件流', content: { 'text/event-stream': { schema: { type: 'string' } } } },
    };
  if (endpoint.answer === 'file')
    return {
      200: {
        description: '文件',
        content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
      },
    };
  return {
    200: {
      description: '结果',
      content: { 'application/json': { schema: schemaOf(endpoint.answer, 'output') } },
    },
  };
}

function requestBodyOf(endpoint: Endpoint): Json {
  if (endpoint.bodyKind === 'multipart') {
    return {
      requestBody: {
        required: true,
        content: {
          'multipart/form-data': {
            schema: {
              type: 'object',
              properties: { file: { type: 'string', format: 'binary' } },
              required: ['file'],
            },
          },
        },
      },
    };
  }
  return endpoint.body
    ? {
        requestBody: {
          required: true,
          content: { 'application/json': { schema: schemaOf(endpoint.body, 'input') } },
        },
      }
    : {};
}

/** OpenAPI 3.1 document of the whole contract. */
export function openApiDocument(): Json {
  const paths: Record<string, Json> = {};
  for (const operation of operationIds) {
    const endpoint: Endpoint = endpoints[operation];
    const path = `/api${endpoint.path.replace(/:(\w+)/g, '{$1}')}`;
    paths[path] ??= {};
    paths[path][endpoint.method.toLowerCase()] = {
      operationId: operation,
      tags: [endpoint.module],
      summary: endpoint.summary,
      description: `permission: ${endpoint.permission}`,
      ...(endpoint.permission === 'public' ? { security: [] } : {}),
      parameters: parametersOf(endpoint),
      ...requestBodyOf(endpoint),
      responses: {
        ...answerOf(endpoint),
        default: {
          description: '拒绝',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    };
  }
  return {
    openapi: '3.1.0',
    info: { title: '青山 API', version: '0.1.0', description: '乡镇、县、市生态环境治理平台' },
    security: [{ session: [] }],
    paths,
    components: {
      schemas: { Problem: schemaOf(problem, 'output') },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'qingshan.session' } },
    },
  };
}
