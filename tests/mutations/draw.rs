//! Drawing from a seed: the same seed draws the same, on every machine.

/// Draws by SplitMix64.
pub struct Draw {
    state: u64,
}

impl Draw {
    /// A seed of its own for every name (FNV-1a), together with that of `MUTATIONS_SEED`, where one is set: rules must
    /// not fit only one sample.
    pub fn new(name: &str) -> Self {
        let other = std::env::var("MUTATIONS_SEED").unwrap_or_default();
        let bytes = name.bytes().chain(other.bytes());
        let seed = bytes.fold(0xcbf2_9ce4_8422_2325, |h: u64, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3));
        Self { state: seed }
    }

    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `n`, which is not 0.
    pub fn below(&mut self, n: usize) -> usize {
        (self.next() % n as u64) as usize
    }

    pub fn one<'t, T>(&mut self, of: &'t [T]) -> &'t T {
        &of[self.below(of.len())]
    }

    pub fn shuffled<'t, T>(&mut self, of: &'t [T]) -> Vec<&'t T> {
        let mut all: Vec<&T> = of.iter().collect();
        for i in (1..all.len()).rev() {
            all.swap(i, self.below(i + 1));
        }
        all
    }
}
