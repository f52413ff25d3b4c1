// The API's own document, tried against whichever tenant the key names.
window.addEventListener('load', () => {
  SwaggerUIBundle({
    url: '/openapi?format=json',
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
        request.headers['Idempotency-Key'] = crypto.randomUUID();
      }
      return request;
    }
  });
});
