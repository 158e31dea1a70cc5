package dev.prospector.agents.company.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadHoursTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mo-Fr 09:00-17:30|Mo-Fr 09:00-17:30",
        "Segunda a sexta: 8h às 18h|Mo-Fr 08:00-18:00",
        "Segunda-feira a sexta-feira das 8h30 às 17h|Mo-Fr 08:30-17:00",
        "Seg. a Sex. das 08h às 18h, Sáb. das 9h às 13h|Mo-Fr 08:00-18:00;Sa 09:00-13:00",
        "Monday - Friday: 9am - 5.30pm|Mo-Fr 09:00-17:30",
        "Mon to Sat 8:00 AM – 6:00 PM|Mo-Sa 08:00-18:00",
        "Saturday 10am to 2pm|Sa 10:00-14:00",
        "Lunes a viernes de 9:00 a 14:00 y de 16:00 a 20:00|Mo-Fr 09:00-14:00;Mo-Fr 16:00-20:00",
        "Montag bis Freitag von 8:00 bis 17:00 Uhr|Mo-Fr 08:00-17:00",
        "Mo–Fr 8–17 Uhr|Mo-Fr 08:00-17:00",
        "Sexta: 18h às 2h|Fr 18:00-02:00",
        "Mo, Mi und Fr 9:00-12:00 Uhr|Mo 09:00-12:00;We 09:00-12:00;Fr 09:00-12:00",
        "Lun - Ven 8.00 - 12.00 / 14.00 - 18.30|Mo-Fr 08:00-12:00;Mo-Fr 14:00-18:30",
        "Du lundi au vendredi : 9h - 12h30 / 14 h - 18 h|Mo-Fr 09:00-12:30;Mo-Fr 14:00-18:00",
        "Dal lunedì al venerdì dalle 8:30 alle 17:30|Mo-Fr 08:30-17:30",
        "maandag t/m vrijdag van 9:00 tot 17:30 uur|Mo-Fr 09:00-17:30",
        "Po–Pá 6:00–18:00, So 7:00–12:00|Mo-Fr 06:00-18:00;Sa 07:00-12:00",
        "Pon. - Pt. 9:00 - 17:00|Mo-Fr 09:00-17:00",
        "Mon–Sat 12–2.30pm and 6–9pm|Mo-Sa 12:00-14:30;Mo-Sa 18:00-21:00",
        "Mon to Fri 9-5pm|Mo-Fr 09:00-17:00",
        "Fri–Sat 12pm–12am|Fr-Sa 12:00-00:00",
        "Mandag–fredag 10.00–17.30|Mo-Fr 10:00-17:30",
        "Lördag 10.00–14.00|Sa 10:00-14:00",
        "L-V de 9:30 a 14:00 y de 16:00 a 20:00|Mo-Fr 09:30-14:00;Mo-Fr 16:00-20:00",
        "2ª a 6ª das 8h às 18h|Mo-Fr 08:00-18:00",
        "Todos os dias das 8h às 22h|Mo-Su 08:00-22:00",
        "Open daily 10am-6pm|Mo-Su 10:00-18:00",
        "Mon, Tues & Thurs: 9am-4pm|Mo 09:00-16:00;Tu 09:00-16:00;Th 09:00-16:00",
        "Segunda, quarta e sexta: 8h às 12h|Mo 08:00-12:00;We 08:00-12:00;Fr 08:00-12:00",
        "Sa. und So. 10–14 Uhr|Sa 10:00-14:00;Su 10:00-14:00"
      })
  void rangesOfDaysAndTimesAreRead(String text, String expected) {
    String read =
        ReadHours.in(text, "").stream()
            .map(OpeningHours::toString)
            .collect(Collectors.joining(";"));
    assertThat(read).isEqualTo(expected == null ? "" : expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Fundada em 1998 por dois irmãos",
        "Segunda edição 2024-2025",
        "Tel. (11) 3232-1234",
        "Sexta-feira, 12/05/2024",
        "Do 25 to 30 of these a day",
        "Monday 2024-05-12",
        "so 10 bis 20 Stück",
        "Segunda a sexta",
        "Mon 8.5-9.5 points",
        "De 10h às 12h"
      })
  void otherNumbersAreNoHours(String text) {
    assertThat(ReadHours.inAnyLanguage(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "So 7:00–12:00|cs|Sa 07:00-12:00",
        "So 7:00–12:00|de|Su 07:00-12:00",
        "So 7:00–12:00||",
        "So 7:00–12:00|pt|",
        "Di 9:00-12:00|de|Tu 09:00-12:00",
        "Di 9:00-12:00|fr|Su 09:00-12:00",
        "Di 9:00-12:00|en|",
        "Mar. 9h-12h|es|Tu 09:00-12:00",
        "Mo-Sa 9:00-12:00|pt|Mo-Sa 09:00-12:00"
      })
  void aDaysAbbreviationIsReadInThePagesLanguageOrNotAtAll(
      String text, String language, String expected) {
    String read =
        ReadHours.in(text, language == null ? "" : language).stream()
            .map(OpeningHours::toString)
            .collect(Collectors.joining(";"));
    assertThat(read).isEqualTo(expected == null ? "" : expected);
  }
}
