//! Many texts on all cores, results in the order of the input (并行而有序), memory flat.
//!
//! One thread takes the jobs from their source, as many workers as there are cores do them, and the caller takes
//! the results. Only a few jobs are under way at any time: the source waits for the workers and the workers for
//! the caller. A result is handed over as soon as it and those before it are done, so a program that writes a
//! line and waits for its report gets it.

use std::num::NonZero;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex};
use std::thread;

/// Does every job; dropping the iterator ends the work.
pub fn in_order<J, R>(
    jobs: impl Iterator<Item = J> + Send + 'static,
    work: impl Fn(J) -> R + Send + Sync + 'static,
) -> impl Iterator<Item = R>
where
    J: Send + 'static,
    R: Send + 'static,
{
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let (give, take) = sync_channel::<(J, SyncSender<R>)>(cores);
    // The queue of results to come keeps the order: each entry is the place where one result will arrive.
    let (promise, promised) = sync_channel::<Receiver<R>>(2 * cores);

    let (work, take) = (Arc::new(work), Arc::new(Mutex::new(take)));
    for _ in 0..cores {
        let (work, take) = (Arc::clone(&work), Arc::clone(&take));
        thread::spawn(move || {
            loop {
                let next = take.lock().expect("the lock is held for taking only, which cannot panic").recv();
                let Ok((job, done)) = next else { break };
                // Nobody waits any more where the caller has stopped.
                let _ = done.send(work(job));
            }
        });
    }
    thread::spawn(move || {
        for job in jobs {
            let (done, result) = sync_channel(1);
            if promise.send(result).is_err() || give.send((job, done)).is_err() {
                break;
            }
        }
    });
    promised.into_iter().map(|result| result.recv().expect("every job that was taken sends its result"))
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    use super::*;

    #[test]
    fn slow_jobs_keep_their_place() {
        let work = |n: u64| {
            thread::sleep(Duration::from_micros(if n.is_multiple_of(7) { 3000 } else { 10 }));
            n * n
        };
        let got: Vec<u64> = in_order(0..200, work).collect();
        assert_eq!(got, (0..200).map(|n| n * n).collect::<Vec<u64>>());
    }

    #[test]
    fn few_jobs_are_under_way() {
        let taken = Arc::new(AtomicUsize::new(0));
        let counter = Arc::clone(&taken);
        let jobs = (0..100_000).inspect(move |_| {
            counter.fetch_add(1, Ordering::SeqCst);
        });
        let mut results = in_order(jobs, |n: usize| n);
        assert_eq!(results.next(), Some(0));
        thread::sleep(Duration::from_millis(50));
        let cores = thread::available_parallelism().map_or(1, NonZero::get);
        assert!(taken.load(Ordering::SeqCst) <= 8 * cores + 8, "{taken:?} jobs taken for one result");
    }

    #[test]
    fn a_result_does_not_wait_for_the_next_job() {
        let (send, jobs) = sync_channel(1);
        let mut results = in_order(jobs.into_iter(), |n: u32| n + 1);
        for n in 0..50 {
            send.send(n).expect("the jobs are taken");
            assert_eq!(results.next(), Some(n + 1));
        }
        drop(send);
        assert_eq!(results.next(), None);
    }
}
