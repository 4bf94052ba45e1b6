"""Decode loops written for XLA: greedy search, sampling, beam search and contrastive search.

The loops call stock models of Transformers and compute what the maintained PyTorch ``generate`` of
Transformers 4.54.1 computes for each prompt alone. Prompts are not padded: every row begins at
position 0, and a row whose prompt is read goes on with new tokens while the others still read. So
neither padding nor the rest of a batch can change a token, and the length of a prompt is live.
"""
