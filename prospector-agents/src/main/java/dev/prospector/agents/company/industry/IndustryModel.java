package dev.prospector.agents.company.industry;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import java.util.Arrays;

/**
 * A linear model over {@link IndustryFeatures}: features weighted by (1 + ln tf) * idf and brought
 * to length one, words and topics each for themselves; a weight per feature and industry, kept in
 * 16 bits; probabilities by softmax of the scores over a temperature.
 *
 * <p>Immutable after reading. The file holds the features that occurred at least twice in training.
 */
public final class IndustryModel {

  private static final int MAGIC = 0x50494e31;
  private static final int INDUSTRIES = Industry.values().length;

  /** Length of the topics' part of a vector, where the words' part is one. */
  private static final double TOPIC_WEIGHT = 0.3;

  private static final int LOGS = 256;
  private static final double[] TERM_WEIGHT = new double[LOGS];

  static {
    for (int i = 1; i < LOGS; i++) {
      TERM_WEIGHT[i] = 1 + StrictMath.log(i);
    }
  }

  private final Idf idf;
  private final int[] rows;
  private final short[] weights;
  private final Calibration calibration;

  private IndustryModel(Idf idf, int[] rows, short[] weights, Calibration calibration) {
    this.idf = idf;
    this.rows = rows;
    this.weights = weights;
    this.calibration = calibration;
  }

  /** In how many of the training texts each feature occurs; one in fewer than two has no part. */
  public static final class Idf {

    private final int documents;
    private final int[] frequencies;

    /**
     * Takes the counts of the training texts.
     *
     * @param documents number of texts
     * @param frequencies number of texts by feature
     */
    public Idf(int documents, int[] frequencies) {
      this.documents = documents;
      this.frequencies = frequencies.clone();
    }

    /** Computed when asked: of the many features few occur in a text. */
    private double of(int feature) {
      int frequency = frequencies[feature];
      return frequency < 2 ? 0 : 1 + StrictMath.log((1.0 + documents) / (1.0 + frequency));
    }
  }

  /**
   * How scores become probabilities and when one is enough.
   *
   * @param scale of the stored weights: a stored step of 1 is this much of a score
   * @param temperature that the scores are divided by before softmax, above 0
   * @param threshold least probability with which an industry is named, in 0..1
   */
  public record Calibration(double scale, double temperature, double threshold) {}

  /**
   * Makes a model of trained weights.
   *
   * @param weights by feature, one per industry; only those of features with an idf are kept
   */
  public static IndustryModel of(
      Idf idf, double[][] weights, double temperature, double threshold) {
    double largest = 0;
    for (double[] row : weights) {
      for (double weight : row) {
        largest = Math.max(largest, Math.abs(weight));
      }
    }
    double scale = largest / Short.MAX_VALUE;
    int[] rows = rows(idf.frequencies);
    short[] kept = new short[kept(rows) * INDUSTRIES];
    for (int feature = 0; feature < rows.length; feature++) {
      for (int i = 0; rows[feature] >= 0 && i < INDUSTRIES; i++) {
        kept[rows[feature] * INDUSTRIES + i] = (short) Math.rint(weights[feature][i] / scale);
      }
    }
    return new IndustryModel(idf, rows, kept, new Calibration(scale, temperature, threshold));
  }

  /**
   * Returns the values of the counted features, in their order, as the model weighs them.
   *
   * @param idf of the training texts
   */
  public static double[] values(IndustryFeatures.Counts counts, Idf idf) {
    double[] values = new double[counts.features().length];
    double words = 0;
    double topics = 0;
    for (int i = 0; i < values.length; i++) {
      int feature = counts.features()[i];
      values[i] = TERM_WEIGHT[Math.min(counts.counts()[i], LOGS - 1)] * idf.of(feature);
      words += feature < IndustryFeatures.WORD_FEATURES ? values[i] * values[i] : 0;
      topics += feature < IndustryFeatures.WORD_FEATURES ? 0 : values[i] * values[i];
    }
    double wordFactor = words == 0 ? 0 : 1 / Math.sqrt(words);
    double topicFactor = topics == 0 ? 0 : TOPIC_WEIGHT / Math.sqrt(topics);
    for (int i = 0; i < values.length; i++) {
      boolean word = counts.features()[i] < IndustryFeatures.WORD_FEATURES;
      values[i] *= word ? wordFactor : topicFactor;
    }
    return values;
  }

  double threshold() {
    return calibration.threshold();
  }

  double[] values(IndustryFeatures.Counts counts) {
    return values(counts, idf);
  }

  boolean knows(int feature) {
    return rows[feature] >= 0;
  }

  /** Returns what a feature of value one adds to the score of an industry. */
  double weight(int feature, int industry) {
    int row = rows[feature];
    return row < 0 ? 0 : weights[row * INDUSTRIES + industry] * calibration.scale();
  }

  /** Returns the probability of each industry, by ordinal; they add up to one. */
  double[] probabilities(IndustryFeatures.Counts counts, double[] values) {
    double[] scores = new double[INDUSTRIES];
    for (int i = 0; i < values.length; i++) {
      for (int industry = 0; industry < INDUSTRIES; industry++) {
        scores[industry] += values[i] * weight(counts.features()[i], industry);
      }
    }
    return softmax(scores, calibration.temperature());
  }

  /** Returns the probabilities that scores stand for at a temperature. */
  public static double[] softmax(double[] scores, double temperature) {
    double highest = Arrays.stream(scores).max().orElse(0);
    double[] probabilities = new double[scores.length];
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      probabilities[i] = StrictMath.exp((scores[i] - highest) / temperature);
      sum += probabilities[i];
    }
    for (int i = 0; i < scores.length; i++) {
      probabilities[i] /= sum;
    }
    return probabilities;
  }

  /** Writes the model; the stream is not closed. */
  public void write(OutputStream out) throws IOException {
    DataOutputStream data = new DataOutputStream(out);
    data.writeInt(MAGIC);
    data.writeInt(rows.length);
    data.writeInt(idf.documents);
    data.writeDouble(calibration.scale());
    data.writeDouble(calibration.temperature());
    data.writeDouble(calibration.threshold());
    for (int feature = 0; feature < rows.length; feature++) {
      data.writeShort(rows[feature] < 0 ? 0 : idf.frequencies[feature]);
    }
    for (short weight : weights) {
      data.writeShort(weight);
    }
    data.flush();
  }

  /** Reads a model that {@link #write} wrote; the stream is not closed. */
  public static IndustryModel read(InputStream in) throws IOException {
    DataInputStream data = new DataInputStream(in);
    if (data.readInt() != MAGIC || data.readInt() != IndustryFeatures.dimensions()) {
      throw new IOException("not a model for these features");
    }
    int documents = data.readInt();
    Calibration calibration =
        new Calibration(data.readDouble(), data.readDouble(), data.readDouble());
    ShortBuffer rest = ByteBuffer.wrap(data.readAllBytes()).asShortBuffer();
    short[] read = take(rest, IndustryFeatures.dimensions(), "frequencies");
    int[] frequencies = new int[read.length];
    for (int i = 0; i < frequencies.length; i++) {
      frequencies[i] = read[i] & 0xFFFF;
    }
    int[] rows = rows(frequencies);
    short[] weights = take(rest, kept(rows) * INDUSTRIES, "weights");
    return new IndustryModel(new Idf(documents, frequencies), rows, weights, calibration);
  }

  private static short[] take(ShortBuffer from, int count, String what) throws EOFException {
    if (from.remaining() < count) {
      throw new EOFException("the model breaks off among its " + what);
    }
    short[] taken = new short[count];
    from.get(taken);
    return taken;
  }

  /** Returns how many features have a row. */
  private static int kept(int[] rows) {
    int last = rows.length - 1;
    while (last >= 0 && rows[last] < 0) {
      last--;
    }
    return last < 0 ? 0 : rows[last] + 1;
  }

  private static int[] rows(int[] frequencies) {
    int[] rows = new int[frequencies.length];
    int next = 0;
    for (int feature = 0; feature < rows.length; feature++) {
      rows[feature] = frequencies[feature] < 2 ? -1 : next++;
    }
    return rows;
  }
}
