package dev.uncanned.synthetic;

import java.util.List;

/**
 * A way in which a mail merge fails for one recipient.
 *
 * @param defect name of the failure, as the program names it
 * @param first what stands where the first name belongs
 */
record BrokenMerge(String defect, String first) {

  private static final List<String> TOKENS =
      List.of(
          "{{first_name}}",
          "%FIRSTNAME%",
          "[First Name]",
          "*|FNAME|*",
          "${firstName}",
          "«Vorname»",
          "{FirstName}",
          "%%first_name%%");
  private static final List<String> WRONG =
      List.of("Bartholomew", "Gwendolyn", "Thorvald", "Ermintrude");

  /** The failure with this number; tokens, wrong names and nulls take turns. */
  static BrokenMerge of(Person to, int number) {
    int round = number / 4;
    return switch (number % 4) {
      case 1 -> {
        String wrong = WRONG.get(round % WRONG.size());
        yield new BrokenMerge("wrong_name", wrong.equals(to.first()) ? "Zebediah" : wrong);
      }
      case 3 -> new BrokenMerge("null_literal", round % 2 == 0 ? "NULL" : "undefined");
      default -> new BrokenMerge("unresolved_token", TOKENS.get((number / 2) % TOKENS.size()));
    };
  }

  TemplateText.Fields fields(TemplateText.Fields right) {
    return new TemplateText.Fields(
        first, right.last(), right.company(), right.title(), right.own());
  }
}
