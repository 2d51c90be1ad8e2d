package dev.uncanned.report;

import java.util.List;

/** Texts that would run code, load something or break the page if they were not escaped. */
final class Payloads {

  static final List<String> ALL =
      List.of(
          "<script>alert(1)</script>",
          "</script><script>alert(1)</script>",
          "</style><script>alert(1)</script>",
          "</title><script>alert(1)</script>",
          "</svg><script>alert(1)</script>",
          "</desc></svg><img src=x onerror=alert(1)>",
          "</table></div></main><script>alert(1)</script>",
          "--><script>alert(1)</script>",
          "<!--<script>",
          "<![CDATA[<script>alert(1)</script>]]>",
          "]]><script>alert(1)</script>",
          "\"><script>alert(1)</script>",
          "'><script>alert(1)</script>",
          "\" onmouseover=\"alert(1)",
          "' onmouseover='alert(1)",
          "\" style=\"position:fixed",
          "x\" autofocus onfocus=\"alert(1)\" tabindex=\"1",
          "<img src=x onerror=alert(1)>",
          "<img/src=x/onerror=alert(1)>",
          "<IMG SRC=javascript:alert(1)>",
          "<svg onload=alert(1)>",
          "<svg><animate onbegin=alert(1) attributeName=x>",
          "<svg><script>alert(1)</script></svg>",
          "<math><mtext><img src=x onerror=alert(1)>",
          "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
          "<iframe src=javascript:alert(1)>",
          "<object data=data:text/html,<script>alert(1)</script>>",
          "<embed src=javascript:alert(1)>",
          "<a href=javascript:alert(1)>x</a>",
          "<base href=//example.org/>",
          "<meta http-equiv=refresh content=0;url=//example.org>",
          "<link rel=stylesheet href=//example.org/x.css>",
          "<form action=//example.org><input type=submit>",
          "<body onload=alert(1)>",
          "<details open ontoggle=alert(1)>",
          "<marquee onstart=alert(1)>",
          "<video><source onerror=alert(1)>",
          "<textarea><script>alert(1)</script>",
          "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
          "<template><script>alert(1)</script></template>",
          "&lt;script&gt;alert(1)&lt;/script&gt;",
          "&#60;script&#62;alert(1)&#60;/script&#62;",
          "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
          "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
          "<scr\u0000ipt>alert(1)</scr\u0000ipt>",
          "<script\u2028>alert(1)</script>",
          "\u202E<script>alert(1)</script>",
          "\uD800<script>alert(1)</script>",
          "{{content}<script>alert(1)</script>",
          "[recipient_first<script>]",
          "\u27E8<script>alert(1)</script>\u27E9",
          "`${alert(1)}`",
          "\r\n\r\n<script>alert(1)</script>");

  private Payloads() {}
}
