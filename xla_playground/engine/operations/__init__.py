"""Operations on tensors that TensorFlow has for XLA only, or not at all."""
