// The API's own document, tried against whichever tenant the key names.
// A key for a call that changes something; randomUUID isn't there on plain http.
const idempotencyKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

window.addEventListener('load', async () => {
  const spec = await (await fetch('/openapi?format=json')).json();
  // The server names itself as it knows itself; calls go where the reader found this page.
  spec.servers = [{ url: window.location.origin }];
  SwaggerUIBundle({
    spec,
    dom_id: '#viewer',
    deepLinking: true,
    displayOperationId: true,
    docExpansion: 'none',
    filter: true,
    persistAuthorization: false,
    tryItOutEnabled: true,
    validatorUrl: null,
    requestInterceptor: (request) => {
      const changes = ['POST', 'PUT'].includes((request.method || '').toUpperCase());
      if (changes && !request.headers['Idempotency-Key']) {
        request.headers['Idempotency-Key'] = idempotencyKey();
      }
      return request;
    }
  });
});
