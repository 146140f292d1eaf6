package dev.regularizer.crds.schema;

/**
 * Forms of text fields as CEL expressions on {@code self}. Forms are checked by CEL and not by a
 * schema pattern, since only CEL can tell a user what is allowed and what to do.
 */
public final class Texts {
  /** A decimal number. */
  public static final String DECIMAL_FORM = "^-?[0-9]+([.][0-9]+)?([eE][-+]?[0-9]{1,2})?$";

  /** A Go duration without sign; short enough that no value overflows. */
  public static final String DURATION_FORM = "^([0-9]{1,6}([.][0-9]{1,3})?(h|m|s|ms))+$";

  /** A DNS-1035 label: the form of Service names. */
  public static final String DNS_1035_FORM = "^[a-z]([-a-z0-9]*[a-z0-9])?$";

  /** A DNS-1123 label: the form of most names. */
  public static final String DNS_1123_FORM = "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$";

  /** A DNS-1123 subdomain: the form of object names. */
  public static final String SUBDOMAIN_FORM =
      "^[a-z0-9]([-a-z0-9]*[a-z0-9])?([.][a-z0-9]([-a-z0-9]*[a-z0-9])?)*$";

  /** Name of a metric. */
  public static final String METRIC_FORM = "^[a-zA-Z_:][a-zA-Z0-9_:]*$";

  /** Name of a label of a metric. */
  public static final String LABEL_FORM = "^[a-zA-Z_][a-zA-Z0-9_]*$";

  /** Longest decimal number. */
  public static final int DECIMAL_LENGTH = 32;

  /** Longest duration. */
  public static final int DURATION_LENGTH = 16;

  /** Whether the text is a decimal number. */
  public static final String IS_DECIMAL = "self.matches('" + DECIMAL_FORM + "')";

  /** A decimal number of at least 0. */
  public static final String NOT_NEGATIVE = IS_DECIMAL + " && double(self) >= 0.0";

  /** A decimal number above 0. */
  public static final String POSITIVE = IS_DECIMAL + " && double(self) > 0.0";

  /** A decimal number from 0 to 1. */
  public static final String FRACTION = NOT_NEGATIVE + " && double(self) <= 1.0";

  /** A decimal number above 0, at most 1. */
  public static final String POSITIVE_FRACTION = POSITIVE + " && double(self) <= 1.0";

  /** A decimal number from 0 to below 1. */
  public static final String BELOW_ONE = NOT_NEGATIVE + " && double(self) < 1.0";

  /** A decimal number above 0 and below 1. */
  public static final String PROPER_FRACTION = POSITIVE + " && double(self) < 1.0";

  /** A probability of erring: above 0, at most one half. */
  public static final String RISK = POSITIVE + " && double(self) <= 0.5";

  /** A ratio to stable, from 1 to 1000. */
  public static final String RATIO =
      IS_DECIMAL + " && double(self) >= 1.0 && double(self) <= 1000.0";

  /** Whether the text is a duration; to be followed by bounds. */
  public static final String IS_DURATION = "self.matches('" + DURATION_FORM + "')";

  /**
   * Whole numbers as words, to be indexed: the cost of a message built with {@code string()} has no
   * bound that the API server accepts.
   */
  public static final String NUMBERS =
      "['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', "
          + "'10', '11', '12', '13', '14', '15', '16', '17', '18', '19', "
          + "'20', '21', '22', '23', '24', '25', '26', '27', '28', '29', "
          + "'30', '31', '32', '33', '34', '35', '36', '37', '38', '39', "
          + "'40', '41', '42', '43', '44', '45', '46', '47', '48', '49', "
          + "'50', '51', '52', '53', '54', '55', '56', '57', '58', '59', "
          + "'60', '61', '62', '63', '64', '65', '66', '67', '68', '69', "
          + "'70', '71', '72', '73', '74', '75', '76', '77', '78', '79', "
          + "'80', '81', '82', '83', '84', '85', '86', '87', '88', '89', "
          + "'90', '91', '92', '93', '94', '95', '96', '97', '98', '99']";

  /**
   * Start of a message expression on a text field: what was found, on one line, since the API
   * server replaces a message of several by the bare rule.
   */
  public static final String FOUND = "'found ' + strings.quote(self) + '; allowed: ";

  /** Middle of a message: the form of decimal numbers. */
  public static final String A_DECIMAL = "a decimal number in quotes ";

  /** Middle of a message: the form of durations. */
  public static final String A_DURATION = "a duration such as 30s, 10m or 1h30m ";

  /** End of a message: what to do. */
  public static final String CORRECT_IT = "; correct the value'";

  private Texts() {}
}
