package dev.uncanned.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.uncanned.archive.Contact;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelevanceTest {

  private static final Offer OFFER =
      new Offer(
          "crm",
          List.of("contoso.example"),
          List.of("c1", "seq-7"),
          List.of(TitleFamily.SALES, TitleFamily.MARKETING),
          List.of("student", "sales assistant"));

  private final OfferAudience audience = new OfferAudience(new OfferConfig(List.of(OFFER)));

  @ParameterizedTest
  @CsvSource({
    "Senior Software Engineer, ENGINEERING",
    "CTO, ENGINEERING",
    "Head of Sales, SALES",
    "VP of Sales EMEA, SALES",
    "Vice President Marketing, MARKETING",
    "Founder & CTO, EXECUTIVE",
    "Co-Founder, EXECUTIVE",
    "Managing Director, EXECUTIVE",
    "Product Manager, PRODUCT",
    "Product Marketing Manager, MARKETING",
    "HR Business Partner, HR",
    "Talent Acquisition Lead, HR",
    "Financial Controller, FINANCE",
    "IT Manager, IT",
    "Supply Chain Analyst, OPERATIONS",
    "Executive Assistant, OPERATIONS",
    "General Counsel, LEGAL",
    "Associate Professor of Physics, ACADEMIA",
    "Registered Nurse, HEALTH",
    "Beekeeper, OTHER",
    "Geschäftsführerin, EXECUTIVE",
    "GESCHÄFTSFÜHRER, EXECUTIVE",
    "Vertriebsleiter Süd, SALES",
    "Softwareentwicklerin, ENGINEERING",
    "Personalreferentin, HR",
    "Leiter Einkauf, OPERATIONS",
    "Rechtsanwältin, LEGAL",
    "Chefarzt, HEALTH",
    "Directrice commerciale, SALES",
    "Développeur web, ENGINEERING",
    "Responsable ressources humaines, HR",
    "Directeur général, EXECUTIVE",
    "Comptable, FINANCE",
    "Ingeniera de software, ENGINEERING",
    "Director comercial, SALES",
    "Gerente de recursos humanos, HR",
    "Directora general, EXECUTIVE",
    "Diretora de marketing, MARKETING",
    "Desenvolvedora backend, ENGINEERING",
    "Advogado, LEGAL",
    "Sócia fundadora, EXECUTIVE",
    "Enfermeira, HEALTH"
  })
  void putsTitlesIntoFamilies(String title, TitleFamily family) {
    assertThat(TitleFamily.of(title)).isEqualTo(family);
  }

  @Test
  void knowsNoFamilyWithoutATitle() {
    assertThat(TitleFamily.of((String) null)).isNull();
    assertThat(TitleFamily.of(" - ")).isNull();
    assertThat(TitleFamily.of((Contact) null)).isNull();
  }

  @Test
  void measuresHowMixedAnAudienceIs() {
    assertThat(audience(20, 0, 0).audience_entropy()).isZero();
    assertThat(audience(10, 10, 0).audience_entropy())
        .isCloseTo((float) (Math.log(2) / Math.log(13)), within(1e-6f));
    List<FamilyCount> even = new ArrayList<>();
    for (TitleFamily family : TitleFamily.values()) {
      even.add(new FamilyCount("c", family, 7));
    }
    assertThat(Audience.of("c", even.iterator()).audience_entropy()).isCloseTo(1, within(1e-6f));
  }

  @Test
  void doesNotMeasureSmallOrUnknownAudiences() {
    assertThat(audience(10, 9, 0).audience_entropy()).isNull();
    assertThat(audience(12, 0, 8).audience_entropy()).isNotNull();
    Audience thin = audience(11, 0, 9);
    assertThat(thin).isEqualTo(new Audience("c", 20, 11, 1, null));
  }

  @Test
  void comparesRecipientsWithTheOfferThatAMessageLinksTo() {
    assertThat(matches("see https://www.Contoso.example/demo?x=1", null, null))
        .containsExactly(
            AudienceMatch.IN, AudienceMatch.OUT, AudienceMatch.UNKNOWN, AudienceMatch.OUT);
    assertThat(matches("see www.contoso.example.", null, null)).hasSize(4);
    assertThat(matches("no link", "seq-7", null)).hasSize(4);
    assertThat(matches("no link", null, "c1")).hasSize(4);
  }

  @Test
  void saysNothingOfMessagesWithoutAnOffer() {
    assertThat(matches("see https://notcontoso.example and contoso.example", null, "c2")).isEmpty();
    assertThat(matches(null, null, null)).isEmpty();
    assertThat(new OfferAudience(OfferConfig.NONE).matches(text("x", "seq-7", "c1"))).isEmpty();
  }

  @Test
  void refusesAnOfferThatNoMessageCanCarry() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Offer("crm", null, null, null, null))
        .withMessageContaining("link_domains");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Offer(" ", List.of("a.example"), null, null, null));
  }

  private static Audience audience(int sales, int hr, int unknown) {
    return Audience.of(
        "c",
        List.of(
                new FamilyCount("c", TitleFamily.SALES, sales),
                new FamilyCount("c", TitleFamily.HR, hr),
                new FamilyCount("c", null, unknown))
            .iterator());
  }

  private List<AudienceMatch> matches(String text, String reference, String cluster) {
    return audience.matches(text(text, reference, cluster)).stream()
        .map(OfferMatch::audience_match)
        .toList();
  }

  private static OfferedText text(String text, String reference, String cluster) {
    return new OfferedText(
        "m",
        text,
        reference,
        cluster,
        List.of("a", "b", "c", "d"),
        List.of(
            titled("Head of Sales"),
            titled("Nurse"),
            titled(null),
            titled("Junior Sales Assistant")));
  }

  private static Contact titled(String title) {
    return new Contact("Ann", null, null, null, null, null, title);
  }
}
