"""One night of uncanned as a DAG of Apache Airflow 2.4 and newer.

Exit code 75 (another run is at it, an archive is still being uploaded) is retried, 99 (nothing is
new) makes the task skipped, every other code fails it at once: trying again would not help.
Copy the file into the folder of DAGs and set the paths.
"""

import datetime
import subprocess

from airflow import DAG
from airflow.exceptions import AirflowException, AirflowFailException, AirflowSkipException
from airflow.operators.python import PythonOperator

NOTHING_NEW = 99
TRY_AGAIN = 75

COMMAND = [
    "/opt/uncanned/jobs/nightly",
    "/srv/uncanned/inbox",
    "--out=/srv/uncanned/out",
    "--roster=/srv/uncanned/roster.csv",
    "--key-file=/etc/uncanned/pseudonym.key",
    "--noop-exit-code=%d" % NOTHING_NEW,
    "--log-format=json",
]


def publish(as_of, command=None):
    """Runs one night up to the end of a day, YYYY-MM-DD, and returns its line of JSON."""
    ended = subprocess.run(
        (command or COMMAND) + ["--as-of=" + as_of],
        stdout=subprocess.PIPE,
        universal_newlines=True,
        check=False,
    )
    if ended.returncode == 0:
        return ended.stdout.strip()
    if ended.returncode == NOTHING_NEW:
        raise AirflowSkipException("nothing is new")
    if ended.returncode == TRY_AGAIN:
        raise AirflowException("exit code 75: try again")
    raise AirflowFailException("exit code %d" % ended.returncode)


with DAG(
    dag_id="uncanned_nightly",
    schedule="30 2 * * *",
    start_date=datetime.datetime(2026, 1, 1, tzinfo=datetime.timezone.utc),
    catchup=False,
    max_active_runs=1,
    default_args={"retries": 6, "retry_delay": datetime.timedelta(minutes=10)},
) as dag:
    PythonOperator(task_id="publish", python_callable=publish, op_args=["{{ ds }}"])
