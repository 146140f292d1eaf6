package dev.regularizer.core.quantity;

import dev.regularizer.core.json.PlainNumber;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Decimal numbers written as text: {@code 0.05}, {@code -1}, {@code 1e-6}. */
public final class DecimalText {
  /** What may be written, for messages. */
  public static final String ALLOWED =
      "a decimal number in quotes, for example \"0.05\" or \"1e-6\", of at most 32 characters";

  private static final int LONGEST = 32;
  private static final Pattern FORM = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]{1,3})?");

  private DecimalText() {}

  /** The number, if the text is one. */
  public static Optional<BigDecimal> parse(String text) {
    boolean decimal = text.length() <= LONGEST && FORM.matcher(text).matches();
    return decimal ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }

  /** One spelling for all spellings of a number; other text stays as it is. */
  public static String normalise(String text) {
    return parse(text).map(PlainNumber::text).orElse(text);
  }
}
