// What the cluster's own check runs in its pods: a server that answers with its name and counts itself as up.
package main

import (
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
)

func main() {
	switch name := os.Getenv("NAME"); {
	case len(os.Args) == 2 && os.Args[1] == "serve":
		serve(name)
	case len(os.Args) == 2 && os.Args[1] == "name":
		fmt.Println(name)
	case len(os.Args) == 3 && os.Args[1] == "get":
		get(os.Args[2])
	default:
		log.Fatalf("usage: %s serve | name | get URL", os.Args[0])
	}
}

func serve(name string) {
	http.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, name) })
	http.HandleFunc("/metrics", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, "check_up 1") })
	fmt.Println("serving", name)
	log.Fatal(http.ListenAndServe(":8080", nil))
}

func get(url string) {
	response, err := http.Get(url)
	if err != nil {
		log.Fatal(err)
	}
	defer response.Body.Close()
	if _, err := io.Copy(os.Stdout, response.Body); err != nil {
		log.Fatal(err)
	}
}
