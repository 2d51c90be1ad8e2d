package dev.uncanned.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Renders the pages for managers and for analysts: each one self-contained static HTML file.
 *
 * <p>It loads nothing and runs nothing. Its content security policy allows the one style element,
 * by the SHA-256 of its text (CSP Level 3, 2.3.1), and data images.
 */
public final class HtmlReport {

  private static final String PAGE = "report/page.html";
  private static final String STYLE = "report/page.css";
  private static final String HASH_MARK = "{{style-hash}}";
  private static final String TITLE_MARK = "{{title}}";
  private static final String STYLE_MARK = "{{style}}";
  private static final String CONTENT_MARK = "{{content}}";

  private HtmlReport() {}

  /**
   * The manager's page for the given tables; the same tables give the same bytes.
   *
   * @return an HTML document, to be written as UTF-8
   */
  public static String render(ReportSource source) {
    Html body = ReportPage.body(ReportBuilder.build(source));
    return page("how our first messages are written", body);
  }

  /** The analyst's page, likewise. */
  public static String render(AnalystSource source) {
    return page("how the figures are spread", AnalystPage.body(source));
  }

  private static String page(String title, Html body) {
    String style = resource(STYLE);
    String page = resource(PAGE);
    // The content is put in last, so that no text in it can be taken for a mark.
    return page.replace(HASH_MARK, hash(style))
        .replace(STYLE_MARK, style)
        .replace(TITLE_MARK, title)
        .replace(CONTENT_MARK, body.toString());
  }

  private static String hash(String style) {
    try {
      byte[] sha256 =
          MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(sha256);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  private static String resource(String name) {
    try (InputStream in = HtmlReport.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + name);
      }
      // Browsers hash the text after they have made every line end a line feed.
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
