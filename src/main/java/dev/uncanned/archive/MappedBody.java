package dev.uncanned.archive;

/**
 * The text of a mapped message, chosen among its plain text and its HTML.
 *
 * <p>As with mails the plain text counts, unless it is missing or a stub beside the HTML. A text
 * that the tool has cut gives way to one that is whole.
 *
 * @param cut whether it is as long as the tool lets texts be
 */
record MappedBody(String text, boolean html, boolean cut) {

  /**
   * Chooses.
   *
   * @param plain the plain text without its header lines
   * @param written the plain text as it stands in the file
   * @param limit characters at which the tool cuts; null if it does not
   */
  static MappedBody of(String plain, String written, String html, Integer limit) {
    boolean plainCut = limit != null && written.length() >= limit;
    boolean htmlCut = limit != null && html.length() >= limit;
    boolean useHtml;
    if (plain.isBlank() || html.isBlank()) {
      useHtml = plain.isBlank() && !html.isBlank();
    } else if (plainCut != htmlCut) {
      useHtml = plainCut;
    } else {
      useHtml = MimeNode.isStub(plain, html);
    }
    return useHtml
        ? new MappedBody(html, true, htmlCut)
        : new MappedBody(plain, BlockMarkup.isHtml(plain), plainCut);
  }
}
