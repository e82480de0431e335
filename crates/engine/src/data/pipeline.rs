//! The only way of rows from a file to what is made of them. In: a source, and what its frames are decoded to; out:
//! batches, worked on and handed on in the order of the file, or taken one by one. Each thread takes the next block and
//! carries it through to its result; what comes out does not depend on how many threads there are.
#![expect(private_bounds, reason = "what files can be decoded to is settled in this room")]

use std::collections::VecDeque;
use std::ops::ControlFlow;

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use super::frame::Frame;
use super::input::Error;
use super::ordered_map::ordered_map;
use super::report::Place;
use super::source::{About, Block, Source};

/// What the rows of a file become.
pub trait Decoded {
    /// A batch of them.
    type Batch: Send;
}

/// How the frames of a file are decoded, and what is reported about them.
pub(super) trait Decode: Decoded + Sync {
    /// What was noticed about one frame.
    type Noticed: Send;
    /// What was noticed about all of them.
    type Report: Send;

    /// Decodes a frame, without knowing where in the file it is; `None` if it has nothing to hand on.
    fn decode(&self, frame: &Frame<'_>) -> (Option<Self::Batch>, Self::Noticed);

    /// Adds what was noticed to the report; frames come in the order of the file.
    fn merge(&self, report: &mut Self::Report, noticed: Self::Noticed, about: &About);

    /// Completes a batch once all before it have been decoded and its position is known.
    fn place(&self, report: &mut Self::Report, batch: &mut Self::Batch, first_row: u64);

    /// Whether a batch can only be worked on once it is placed.
    fn needs_places(&self) -> bool;

    /// Completes the report; `source` has ended. Fails if what was read is not what the rules are about.
    fn finish(&self, report: &mut Self::Report, source: &Source) -> Result<(), Error>;
}

/// Where a batch is in its file, and how much of the file has been read for it.
#[derive(Copy, Clone, Debug)]
pub struct Position {
    /// The number of its first row, from 0.
    pub first_row: u64,
    /// Rows so far, including its own.
    pub rows: u64,
    /// Bytes of the file so far.
    pub bytes: u64,
    /// Bytes of the whole file, if that is known.
    pub of: Option<u64>,
}

/// A file on its way from blocks to batches. As an iterator it gives them one by one, placed; [`Pipeline::batches`]
/// works on them where they are decoded, which is faster.
pub struct Pipeline<D: Decode> {
    pub(super) source: Source,
    pub(super) decoder: D,
    pub(super) report: D::Report,
    /// Batches that have been decoded and not yet asked for.
    ready: VecDeque<Result<(D::Batch, Position), Error>>,
    ended: bool,
    /// What comes before the next frame.
    base: Place,
}

/// What takes the results, in the order of the file.
type Sink<'s, D, T, E> = dyn FnMut(&mut <D as Decode>::Report, T, Position) -> Result<(), E> + Send + 's;

/// The results for a block's frames.
type Carried<D, T> = Vec<((Option<T>, <D as Decode>::Noticed), About)>;

/// How many batches each thread works on before they are handed on, if they have to be placed first.
const PLACED: usize = 8;

impl<D: Decode> Pipeline<D> {
    pub(super) fn new(source: Source, decoder: D, report: D::Report) -> Self {
        let base = source.first();
        Self { source, decoder, report, ready: VecDeque::new(), ended: false, base }
    }

    /// All batches, to be worked on.
    pub fn batches(&mut self) -> Batches<'_, D, impl Fn(D::Batch) -> D::Batch + Sync> {
        Batches { pipeline: self, is_enough: None, work: std::convert::identity }
    }

    /// How many bytes of the file have been taken, and how many it has, if that is known.
    #[must_use]
    pub fn progress(&self) -> (u64, Option<u64>) {
        (self.source.progress.bytes(), self.source.progress.total)
    }

    /// Reads to the end of the file or until `is_enough`, which is asked after each block. `work` is done on the thread
    /// that decoded the batch; `sink` gets the results in the order of the file.
    fn drive<T: Send, E: From<Error> + Send>(
        &mut self,
        is_enough: &mut (dyn FnMut() -> bool + Send),
        work: &(impl Fn(D::Batch) -> T + Sync),
        sink: &mut Sink<'_, D, T, E>,
    ) -> Result<(), E> {
        let Self { source, decoder, report, ended, base, .. } = self;
        if *ended {
            return Ok(());
        }
        let (decoder, progress) = (&*decoder, source.progress.clone());
        let (mut unread, decoding) = source.split();
        let (mut result, mut paused) = (Ok(()), false);
        let mut next = || {
            if *ended || paused {
                return None;
            }
            let next = unread.next();
            *ended = !matches!(next, Some(Ok(_)));
            paused = is_enough();
            next
        };
        let carry = |frame: &Frame<'_>| {
            let (batch, noticed) = decoder.decode(frame);
            (batch.map(work), noticed)
        };
        let read = |block: Result<Block, Error>| decoding.frames(block?, &carry);
        let mut hand_on = |frames: Result<Carried<D, T>, Error>| {
            let all = frames.map_err(|error| E::from(error.shift(*base))).and_then(|frames| {
                frames.into_iter().try_for_each(|((made, noticed), mut about)| {
                    about.base = *base;
                    *base = Place { row: base.row + about.rows, line: base.line + about.lines };
                    decoder.merge(report, noticed, &about);
                    let (bytes, of) = (progress.bytes(), progress.total);
                    let position = Position { first_row: about.base.row, rows: base.row, bytes, of };
                    made.map_or(Ok(()), |made| sink(report, made, position))
                })
            });
            match all {
                Ok(()) => ControlFlow::Continue(()),
                Err(error) => {
                    result = Err(error);
                    ControlFlow::Break(())
                }
            }
        };
        ordered_map(&mut next, &read, &mut hand_on);
        self.ended |= result.is_err();
        if self.ended {
            let is_fit = self.decoder.finish(&mut self.report, &self.source);
            result = result.and(is_fit.map_err(E::from));
        }
        result
    }

    /// Decodes the next batches, as many as keep all threads busy for a while.
    fn fill(&mut self) {
        let mut left = self.source.blocks_at_a_time() * rayon::current_num_threads();
        let mut is_enough = || {
            left = left.saturating_sub(1);
            left == 0
        };
        let mut ready = std::mem::take(&mut self.ready);
        let mut keep = |_: &mut D::Report, batch: D::Batch, position: Position| {
            ready.push_back(Ok((batch, position)));
            Ok(())
        };
        if let Err(error) = self.drive(&mut is_enough, &std::convert::identity, &mut keep) {
            ready.push_back(Err(error));
        }
        self.ready = ready;
    }

    /// The next batch and its position.
    fn next_placed(&mut self) -> Option<Result<(D::Batch, Position), Error>> {
        while self.ready.is_empty() && !self.ended {
            self.fill();
        }
        let next = self.ready.pop_front()?;
        Some(next.map(|(mut batch, position)| {
            self.decoder.place(&mut self.report, &mut batch, position.first_row);
            (batch, position)
        }))
    }
}

impl<D: Decode> Iterator for Pipeline<D> {
    type Item = Result<D::Batch, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        Some(self.next_placed()?.map(|(batch, _)| batch))
    }
}

/// The batches of a file and what is done with each, on the thread that decoded it.
#[must_use = "nothing is read before `for_each`"]
pub struct Batches<'p, D: Decode, F> {
    pipeline: &'p mut Pipeline<D>,
    is_enough: Option<&'p (dyn Fn() -> bool + Sync)>,
    work: F,
}

impl<'p, D: Decode, T: Send, F: Fn(D::Batch) -> T + Sync> Batches<'p, D, F> {
    /// Does something more with each. The batch's position in the file is not known yet: rows count from its first.
    pub fn map<U: Send>(self, then: impl Fn(T) -> U + Sync) -> Batches<'p, D, impl Fn(D::Batch) -> U + Sync> {
        let Self { pipeline, is_enough, work } = self;
        Batches { pipeline, is_enough, work: move |batch| then(work(batch)) }
    }

    /// Stops once `is_enough` holds. Batches already begun are handed on all the same.
    pub fn until(self, is_enough: &'p (dyn Fn() -> bool + Sync)) -> Self {
        Self { is_enough: Some(is_enough), ..self }
    }

    /// Reads the batches, and gives what was made of each to `sink`, in the order of the file. Returns whether there
    /// may be more.
    ///
    /// # Errors
    /// When the file can't be read to its end, or `sink` fails.
    pub fn for_each<E: From<Error> + Send>(
        self,
        sink: &mut (dyn FnMut(T, Position) -> Result<(), E> + Send),
    ) -> Result<bool, E> {
        let Self { pipeline, is_enough, work } = self;
        let mut is_enough = || is_enough.is_some_and(|is_enough| is_enough());
        if !pipeline.decoder.needs_places() {
            pipeline.drive(&mut is_enough, &work, &mut |_, made, position| sink(made, position))?;
            return Ok(!pipeline.ended);
        }
        while !is_enough() {
            let batches = std::iter::from_fn(|| pipeline.next_placed()).take(PLACED * rayon::current_num_threads());
            let batches: Vec<_> = batches.collect::<Result<_, _>>()?;
            if batches.is_empty() {
                break;
            }
            let made = batches.into_par_iter().map(|(batch, position)| (work(batch), position));
            made.collect::<Vec<_>>().into_iter().try_for_each(|(made, position)| sink(made, position))?;
        }
        Ok(!pipeline.ended)
    }
}
