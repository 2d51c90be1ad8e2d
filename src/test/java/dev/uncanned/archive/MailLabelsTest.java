package dev.uncanned.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailLabelsTest {

  private static List<String> labels(String value) {
    String mail = "Subject: x\nX-Gmail-Labels: " + value + "\n\n";
    return MailLabels.of(MailHeaders.of(mail.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void readsEncodedFoldedAndQuotedLabels() {
    assertThat(
            labels(
                "=?UTF-8?Q?Messages_archiv=C3=A9s,Ouvert,Cat=C3=A9gorie=C2=A0:_E-mails_?=\n"
                    + " =?UTF-8?Q?personnels,\"Culture,_associations,_=C3=A9v=C3=A9nements\"?="))
        .containsExactly(
            "Messages archivés",
            "Ouvert",
            "Catégorie : E-mails personnels",
            "Culture, associations, événements");
    assertThat(labels("Inbox, =?UTF-8?B?w5xiZXIgdW5z?=,\\Sent,,"))
        .containsExactly("Inbox", "Über uns", "Sent");
    assertThat(MailLabels.of(MailHeaders.of("Subject: x\n\n".getBytes(StandardCharsets.UTF_8))))
        .isEmpty();
  }

  @Test
  void closesQuotesThatAreOpen() {
    assertThat(labels("A,\"B,C")).containsExactly("A", "B", "C");
  }

  @Test
  void readsSoManyLabelsAndNoMore() {
    assertThat(labels("x,".repeat(10_000))).hasSize(Budgets.LABELS);
  }

  @Test
  void knowsLabelsInNineLanguages() {
    assertThat(
            List.of(
                "Sent",
                "Gesendet",
                "Envoyé",
                "Messages envoyés",
                "Enviado",
                "Enviados",
                "Enviada",
                "Posta inviata",
                "Inviati",
                "Verzonden",
                "Skickat",
                "Odesláno",
                "Odeslaná pošta"))
        .allMatch(MailFolderNames::isSent)
        .noneMatch(MailFolderNames::isExcluded);
    assertThat(
            List.of(
                "Drafts",
                "Draft",
                "Entwürfe",
                "Brouillons",
                "Borradores",
                "Borrador",
                "Rascunhos",
                "Rascunho",
                "Bozze",
                "Concepten",
                "Utkast",
                "Koncepty"))
        .allMatch(MailFolderNames::isDrafts);
    assertThat(
            List.of(
                "Chat",
                "Chats",
                "Bate-papo",
                "Chatt",
                "Spam",
                "Correo no deseado",
                "Skräppost",
                "Nevyžádaná pošta",
                "Trash",
                "Bin",
                "Papierkorb",
                "Corbeille",
                "Papelera",
                "Lixeira",
                "Cestino",
                "Prullenbak",
                "Papperskorgen",
                "Koš"))
        .allMatch(MailFolderNames::isExcluded)
        .noneMatch(MailFolderNames::isDrafts);
    assertThat(List.of("Inbox", "Archived", "Opened", "Important", "Kunden/Spam-Test"))
        .noneMatch(MailFolderNames::isExcluded);
  }
}
