package io.pgorm.features.vector;

/** The text form of dense vectors. */
final class VectorText {

    private VectorText() {}

    static void requireFinite(float[] numbers) {
        if (numbers.length == 0) {
            throw new IllegalArgumentException("a vector has at least one dimension");
        }
        for (float number : numbers) {
            if (!Float.isFinite(number)) {
                throw new IllegalArgumentException("a vector holds finite numbers only, not " + number);
            }
        }
    }

    static String print(float[] numbers) {
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < numbers.length; i++) {
            text.append(i == 0 ? "" : ",").append(numbers[i]);
        }
        return text.append(']').toString();
    }

    static float[] parse(String text) {
        String[] parts = text.substring(1, text.length() - 1).split(",", -1);
        float[] numbers = new float[parts.length];
        for (int i = 0; i < parts.length; i++) {
            numbers[i] = Float.parseFloat(parts[i]);
        }
        return numbers;
    }
}
