/** Whether a document of this content type is a page of the web: what else a tab may show (pictures, feeds, drawings, plain text) is no article. */
export const isHtml = (contentType: string): boolean => contentType === 'text/html' || contentType === 'application/xhtml+xml';
